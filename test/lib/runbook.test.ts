import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anchor } from '../../lib/operations.ts'
import { synthesise } from '../support/template.ts'

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
const sections = runbook
  .split(/^## /m)
  .slice(1)
  .map(section => ({ anchor: anchor(section.slice(0, section.indexOf('\n'))), text: section }))
const anchors = sections.map(section => section.anchor)
const alarms = Object.values(synthesise('prod').findResources('AWS::CloudWatch::Alarm'))
const linked = alarms.map(({ Properties }) => /docs\/runbook\.md#(\S+)$/.exec(Properties.AlarmDescription)?.[1])

describe('the runbook', () => {
  it('has a section for each alarm', () => {
    expect(linked.filter(link => !anchors.includes(link!))).toEqual([])
  })

  it('has no section that no alarm leads to', () => {
    expect(anchors.filter(each => !linked.includes(each))).toEqual([])
  })

  it.each(sections)('says in $anchor what it means, how to look and how to mend', ({ text }) => {
    const parts = [...text.matchAll(/^\*\*(.+?)\*\*/gm)].map(([, title]) => title)
    expect(parts).toEqual(['What it means.', 'How to look.', 'How to mend.'])
  })
})

describe('an alarm', () => {
  it('begins with what it means for people, in a sentence of its own', () => {
    for (const { Properties } of alarms) {
      expect(Properties.AlarmDescription).toMatch(/^[A-Z].{20,}\. What to do: docs\/runbook\.md#\S+$/)
    }
  })
})
