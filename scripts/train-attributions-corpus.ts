import fs from 'node:fs'
import path from 'node:path'

type Span = [start: number, end: number]
export interface GoldAttribution {
  source: Span[]
  cue: Span[]
  content: Span[]
}
export interface GoldArticle {
  id: string
  text: string
  attributions: GoldAttribution[]
}

/** Reads a folder with `text/*.txt` and brat files `attributions/*.ann`, as PolNeAR comes. Of several annotators' files the first counts. */
export function readCorpus(folder: string): GoldArticle[] {
  const annotations = fs.readdirSync(path.join(folder, 'attributions')).sort()
  return fs
    .readdirSync(path.join(folder, 'text'))
    .sort()
    .flatMap(file => {
      const id = file.replace(/\.txt$/, '')
      const annotated = annotations.find(name => name.startsWith(`${id}_`))
      if (annotated === undefined) return []
      const text = fs.readFileSync(path.join(folder, 'text', file), 'utf8')
      return [
        { id, text, attributions: readBrat(fs.readFileSync(path.join(folder, 'attributions', annotated), 'utf8')) },
      ]
    })
}

function readBrat(brat: string): GoldAttribution[] {
  const spans = new Map<string, Span[]>()
  const found: GoldAttribution[] = []
  for (const line of brat.split('\n')) {
    const term = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line)
    if (term)
      spans.set(
        term[1]!,
        term[2]!.split(';').map(piece => piece.split(' ').map(Number) as Span),
      )
    const event = /^E\d+\t(.*)$/.exec(line)
    if (!event) continue
    const attribution: GoldAttribution = { source: [], cue: [], content: [] }
    for (const role of event[1]!.trim().split(' ')) {
      const [name, id] = role.split(':') as [string, string]
      const key = name.replace(/\d+$/, '').toLowerCase()
      if (key in attribution) attribution[key as keyof GoldAttribution].push(...(spans.get(id) ?? []))
    }
    found.push(attribution)
  }
  return found
}
