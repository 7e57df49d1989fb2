import { describe, expect, it } from 'vitest'
import { claimId } from '../../../../lambdas/core/extract/claims/claim-id.ts'
import { composeClaims } from '../../../../lambdas/core/extract/claims/compose-claims.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'
import type { Attribution, CueClass, Entity, EntityType, Figure, Span } from '../../../../lambdas/core/extract/types.ts'
import { SHIPPED_TOPICS } from '../../../../lambdas/core/topics/shipped.ts'

interface Marked {
  attributions?: { source?: string; cue: string; class?: CueClass; content: string; within?: number; rule?: string }[]
  entities?: { type: EntityType; name: string; as: string[]; role?: string }[]
  references?: { text: string; name: string }[]
  figures?: string[]
  publishedAt?: string
}

/** Claims of a text whose attributions, entities and figures are given by their words; each is sought after the one before. */
function claimsOf(text: string, marked: Marked = {}) {
  const spanOf = (words: string, from = 0): Span => {
    const at = text.indexOf(words, from)
    if (at === -1) throw new Error(`"${words}" is not in the text`)
    return [at, at + words.length]
  }
  const attributions = (marked.attributions ?? []).map((one): Attribution => {
    const at = {
      source: one.source === undefined ? null : { spans: [spanOf(one.source)] },
      quote: 'indirect' as const,
      rule: one.rule ?? 'test',
    }
    const cue = {
      spans: [spanOf(one.cue, one.source === undefined || one.rule === 'quoting' ? 0 : spanOf(one.source)[0])],
      class: one.class ?? 'say',
    }
    const content = { spans: one.content.split('…').map(words => spanOf(words)) }
    return { ...at, cue, content, ...(one.within === undefined ? {} : { within: one.within }) }
  })
  const entities = (marked.entities ?? []).map(({ as, ...one }): Entity => {
    const mentions = as.map(words => {
      const [start, end] = spanOf(words)
      return { start, end, text: words, rule: 'test' }
    })
    return { id: `${one.type}:${one.name}`, aliases: [], mentions, ...one }
  })
  const references = (marked.references ?? []).map(({ text: words, name }) => {
    const [start, end] = spanOf(words)
    return { start, end, text: words, entity: entities.find(entity => entity.name === name)!.id, rule: 'test' }
  })
  const figures = (marked.figures ?? []).map(words => {
    const [start, end] = spanOf(words)
    return { start, end, text: words, source: null } as Figure
  })
  const article = {
    id: 'x',
    title: null,
    source: null,
    url: null,
    publishedAt: marked.publishedAt ?? null,
    language: 'en',
    text,
  }
  const doc = parse(text)
  return composeClaims({ article, doc, entities, references, attributions, figures, topics: SHIPPED_TOPICS })
}
const only = (text: string, marked?: Marked) => claimsOf(text, marked).claims[0]!
const outlet = (text: string) => claimsOf(text).claims.map(({ topics, content }) => `${topics}: ${content.text}`)

describe('an attribution', () => {
  it('is a claim whether or not a topic matches', () => {
    const claim = only('The mayor said the bridge was painted.', {
      attributions: [{ source: 'The mayor', cue: 'said', content: 'the bridge was painted' }],
    })
    expect(claim).toMatchObject({ topics: [], cue: { text: 'said' }, content: { text: 'the bridge was painted' } })
  })
  it('is under a topic by its content', () => {
    const claim = only('Baku said that truce talks had begun.', {
      attributions: [{ source: 'Baku', cue: 'said', content: 'that truce talks had begun' }],
    })
    expect(claim.topics).toEqual(['talks'])
  })
  it('is not under a topic that only its surroundings tell', () => {
    const { claims } = claimsOf('The ceasefire monitor said that two roofs had burnt.', {
      attributions: [{ source: 'The ceasefire monitor', cue: 'said', content: 'that two roofs had burnt' }],
    })
    expect(claims.map(claim => claim.topics)).toEqual([[]])
  })
  it('is under a topic that its content refers back to', () => {
    const claim = only('Asked about the ceasefire, she said it was holding.', {
      attributions: [{ source: 'she', cue: 'said', content: 'it was holding' }],
    })
    expect(claim.topics).toEqual(['talks'])
  })
  it('is under a topic that stands between its cue and a quoted word', () => {
    const claim = only('Baku called the peace talks “useful”.', {
      attributions: [{ source: 'Baku', cue: 'called', content: '“useful”' }],
    })
    expect(claim.topics).toEqual(['talks'])
  })
  it('is not under a topic that tells when it was said', () => {
    const claim = only('Baku said after the peace talks that snow had fallen.', {
      attributions: [{ source: 'Baku', cue: 'said', content: 'that snow had fallen' }],
    })
    expect(claim.topics).toEqual([])
  })
  it('is a statement of whoever agreed', () => {
    const claim = only('The army has agreed to reopen the Lachin corridor.', {
      attributions: [
        { source: 'The army', cue: 'has agreed', class: 'promise', content: 'to reopen the Lachin corridor' },
      ],
    })
    expect(claim).toMatchObject({ topics: ['corridor'], source: { name: 'The army' }, modality: 'planned' })
  })
  it.each(['to open a corridor from the besieged town', 'to resume ceasefire talks aimed at ending the war'])(
    'is a statement of whoever said that somebody agreed %s',
    content => {
      const { claims } = claimsOf(`KELM — The army agreed ${content}, the UN said.`, {
        attributions: [
          { source: 'the UN', cue: 'said', content: `The army agreed ${content}` },
          { source: 'KELM — The army', cue: 'agreed', content, within: 0 },
        ],
      })
      expect(claims.filter(({ topics }) => topics.length > 0).map(({ source }) => source?.name)).toEqual(['the UN'])
    },
  )
  it('within another one takes the topic from it and keeps the chain', () => {
    const { claims } = claimsOf('Interfax reported that the ministry had said the ceasefire was over.', {
      attributions: [
        { source: 'Interfax', cue: 'reported', content: 'that the ministry had said the ceasefire was over' },
        { source: 'the ministry', cue: 'had said', content: 'the ceasefire was over', within: 0 },
      ],
    })
    expect(claims.map(({ topics, source }) => [source?.name, topics, source?.chain])).toEqual([
      ['Interfax', [], undefined],
      ['the ministry', ['talks'], [{ name: 'Interfax' }]],
    ])
  })
})

describe('an attribution whose verb is none of speech or thought', () => {
  it('leaves the statement to the outlet', () => {
    const { claims } = claimsOf('On Monday the rebels started ceasefire talks with the army.', {
      attributions: [{ source: 'the rebels', cue: 'started', content: 'ceasefire talks with the army' }],
    })
    expect(claims.map(({ topics, source, content }) => [topics, source?.name, content.text])).toEqual([
      [['talks'], undefined, 'On Monday the rebels started ceasefire talks with the army'],
      [[], 'the rebels', 'ceasefire talks with the army'],
    ])
  })
})

describe('an attribution without a speaker', () => {
  it.each([
    ['Ceasefire talks are expected to resume on Monday.', 'are expected', 'to resume on Monday'],
    ['The army shut the highway, known as the Lachin corridor.', 'known as', 'the Lachin corridor'],
  ])('does not cut up what the outlet states: %s', (text, cue, content) => {
    const { claims } = claimsOf(text, { attributions: [{ cue, content, class: 'believe' }] })
    expect(claims.find(claim => claim.topics.length > 0)).toMatchObject({
      source: null,
      cue: null,
      content: { text: text.slice(0, -1) },
    })
  })
})

describe('the outlet’s own statement', () => {
  it('is a claim only where a topic matches', () => {
    expect(outlet('Rebels left the town. The mayor came back.')).toEqual([])
  })
  it.each([
    ['While the truce between the armies holds, prices have risen.', ['talks: the truce between the armies holds']],
    [
      'Rebels shelled the port on Sunday; ceasefire talks will resume in Cairo.',
      ['talks: ceasefire talks will resume in Cairo'],
    ],
    [
      'Despite the ceasefire, the army shelled two villages.',
      ['talks: Despite the ceasefire, the army shelled two villages'],
    ],
    [
      'The army closed the only road into the enclave, and peace talks were called off.',
      ['corridor: The army closed the only road into the enclave', 'talks: peace talks were called off'],
    ],
  ])('is cut to its clause: %s', (text, claims) => {
    expect(outlet(text)).toEqual(claims)
  })
  it('is none where the topic has no verb of its own, as in a headline', () => {
    expect(outlet('Ceasefire in Sudan\n\nRain fell.')).toEqual([])
  })
  it.each([
    ['GENEVA, May 3 (Wire) - A ceasefire began.', 'A ceasefire began'],
    ['GENEVA — A ceasefire began.', 'A ceasefire began'],
    ['GORIS, Armenia: A ceasefire began.', 'A ceasefire began'],
    ['UN monitors watched as the ceasefire began.', 'UN monitors watched as the ceasefire began'],
    ['The ceasefire holds.', 'The ceasefire holds'],
    ['The army left a day after the ceasefire began.', 'the ceasefire began'],
    ['The ceasefire began at dawn, a day after rebels took the port.', 'The ceasefire began at dawn'],
  ])('has no dateline and no loose ends: %s', (text, content) => {
    expect(outlet(text)).toEqual([`talks: ${content}`])
  })
  it('carries on the topic of the sentence before, where "it" is what that was about', () => {
    const topicsOf = (before: string) => {
      const text = `${before} It brought 70 tonnes of flour, the organisation said.`
      const { claims } = claimsOf(text, {
        attributions: [{ source: 'the organisation', cue: 'said', content: 'It brought 70 tonnes of flour' }],
      })
      return claims.find(({ source }) => source)!.topics
    }
    expect(topicsOf('An aid convoy entered the besieged town.')).toEqual(['corridor'])
    expect(topicsOf('The harvest was good in the town that the aid convoy entered.')).toEqual([])
  })
  it.each([
    [
      'The army walked out of the ceasefire talks. The envoy called the decision a mistake.',
      'the decision a mistake',
      ['talks'],
    ],
    ['The army took a hill. The envoy called the decision a mistake.', 'the decision a mistake', []],
  ])('carries on the topic of what was decided: %s', (text, content, topics) => {
    const { claims } = claimsOf(text, { attributions: [{ source: 'The envoy', cue: 'called', content }] })
    expect(claims.find(({ source }) => source)!.topics).toEqual(topics)
  })
  it('keeps the name of who did it where the same one also says something', () => {
    const { claims } = claimsOf('The president suspended the ceasefire talks, blaming the rebels for the raid.', {
      attributions: [{ source: 'The president', cue: 'blaming', content: 'the rebels for the raid' }],
    })
    expect(claims[0]!.content.text).toMatch(/^The president suspended the ceasefire talks/)
  })
  it('has no dateline where it is attributed, and a dateline says nothing', () => {
    const { claims } = claimsOf('KELM — The army agreed to a truce, the UN said.', {
      attributions: [
        { source: 'the UN', cue: 'said', content: 'KELM — The army agreed to a truce' },
        { source: 'KELM', cue: 'agreed', content: 'to a truce', within: 0 },
      ],
    })
    expect(claims.map(({ source, content }) => `${source?.name}: ${content.text}`)).toEqual([
      'the UN: The army agreed to a truce',
    ])
  })
  it('has its speaker where a dateline stands before the name', () => {
    for (const town of ['KELM — ', 'KELM (Wire) - ', 'Kelm – ']) {
      const { claims } = claimsOf(`${town}The army said it would go.`, {
        attributions: [{ source: `${town}The army`, cue: 'said', content: 'it would go' }],
      })
      expect(claims.map(({ source }) => source?.name)).toEqual(['The army'])
    }
  })
  it('is none where nothing is stated but silence', () => {
    expect(outlet('The ministry declined to comment on the ceasefire.')).toEqual([])
    expect(outlet('Reports of ceasefire violations could not be verified.')).toEqual([])
  })
  it('is none in what is said in passing of a speaker', () => {
    const { claims } = claimsOf(
      'The ceasefire began. Aram Bek, who led the delegation, said that no town was given up.',
      {
        attributions: [{ source: 'Aram Bek', cue: 'said', content: 'that no town was given up' }],
      },
    )
    expect(claims.map(({ content }) => content.text)).toEqual(['The ceasefire began', 'that no town was given up'])
  })
  it('keeps the name that a relative clause tells of', () => {
    const { claims } = claimsOf('China, which brokered a cease-fire in January, urged calm.', {
      attributions: [{ source: 'China', cue: 'urged', class: 'order', content: 'calm' }],
    })
    expect(claims[0]).toMatchObject({
      topics: ['talks'],
      content: { text: 'China, which brokered a cease-fire in January' },
    })
  })
  it('stops where an attribution stands in it', () => {
    const { claims } = claimsOf('Ministers will resume ceasefire talks in May he told the newspaper.', {
      attributions: [{ source: 'he', cue: 'told', content: 'the newspaper' }],
    })
    expect(claims[0]?.content.text).toBe('Ministers will resume ceasefire talks in May')
  })
  it('leaves out what is attributed', () => {
    const { claims } = claimsOf('After the truce talks, the general said that his men were tired.', {
      attributions: [{ source: 'the general', cue: 'said', content: 'that his men were tired' }],
    })
    expect(claims.map(claim => claim.topics)).toEqual([[]])
  })
})

describe('a speaker', () => {
  const name = (source: string, marked: Marked) => {
    const content = 'the road was open'
    return only(`${source} said ${content}.`, { ...marked, attributions: [{ source, cue: ' said ', content }] }).source
  }
  const kremlin = { type: 'organization' as const, name: 'Kremlin', as: ['Kremlin'] }
  const aliyev = { type: 'person' as const, name: 'Ilham Aliyev', as: ['Aliyev'], role: 'President' }
  const hajiyev = { type: 'person' as const, name: 'Hikmet Hajiyev', as: ['Hikmet Hajiyev'] }
  const azerbaijan = { type: 'place' as const, name: 'Azerbaijan', as: ['Azerbaijan'] }
  it.each([
    ['Hikmet Hajiyev, an adviser to Aliyev,', 'Hikmet Hajiyev'],
    ['An adviser to Aliyev, Hikmet Hajiyev,', 'Hikmet Hajiyev'],
    ['Azerbaijan’s adviser Hikmet Hajiyev', 'Hikmet Hajiyev'],
  ])('%s is the person, not those around', (source, expected) => {
    const entities = [hajiyev, aliyev, azerbaijan].filter(({ as }) => source.includes(as[0]!))
    expect(name(source, { entities })).toMatchObject({ name: expected, entity: `person:${expected}`, kind: 'named' })
  })
  it.each(['The Kremlin', 'A spokesman for the Kremlin', 'A Kremlin spokeswoman'])('%s is the Kremlin', source => {
    expect(name(source, { entities: [kremlin] })).toMatchObject({ name: 'Kremlin', kind: 'named' })
  })
  it.each([
    ['Azerbaijan’s defence ministry', 'named'],
    ['Villagers in Azerbaijan', 'collective'],
    ['Azerbaijan officials', 'collective'],
    ['A source in Azerbaijan', 'anonymous'],
    ['A diplomat from Azerbaijan', 'anonymous'],
  ])('%s is not Azerbaijan', (source, kind) => {
    const resolved = name(source, { entities: [azerbaijan] })
    expect(resolved).toMatchObject({ name: source, kind })
    expect(resolved).not.toHaveProperty('entity')
  })
  it('that is a pronoun is whom it refers to, with the role', () => {
    const claim = only('Aliyev came. He said the road was open.', {
      entities: [aliyev],
      references: [{ text: 'He', name: 'Ilham Aliyev' }],
      attributions: [{ source: 'He', cue: 'said', content: 'the road was open' }],
    })
    expect(claim.source).toMatchObject({ name: 'Ilham Aliyev', role: 'President', text: 'He' })
    expect(claim.entities).toEqual(['person:Ilham Aliyev'])
  })
  it('that is “they” is the nearest group before', () => {
    const claim = only('The rebels’ retreat followed an attack that they claimed killed 20 men.', {
      attributions: [{ source: 'they', cue: 'claimed', content: 'killed 20 men' }],
    })
    expect(claim.source).toMatchObject({ name: 'the rebels', kind: 'collective', text: 'they' })
  })
})

describe('a speaker whom an agency cites', () => {
  it.each([
    [
      'Interfax, citing the army, reported that it was cold.',
      ['Interfax', 'citing', 'the army'],
      ['Interfax', 'reported', 'that it was cold'],
    ],
    [
      'It was cold, Interfax reported, citing the army.',
      ['Interfax', 'reported', 'It was cold'],
      ['Interfax', 'citing', 'the army'],
    ],
  ])('is the one who speaks: %s', (text, first, second) => {
    const attributions = [first, second].map(([source, cue, content]) => ({ source, cue: cue!, content: content! }))
    const claim = claimsOf(text, { attributions }).claims.find(({ content }) => /cold/.test(content.text))
    expect(claim?.source).toMatchObject({ name: 'the army', chain: [{ name: 'Interfax' }] })
  })
})

describe('a speaker without an entity', () => {
  const second = (text: string, first: [string, string], next: [string, string]) => {
    const attributions = [first, next].map(([source, content]) => ({ source, cue: ' said', content }))
    return claimsOf(text, { attributions }).claims.at(-1)!.source
  }
  it.each([
    ['A nurse said it was cold. She said it was dark.', 'A nurse', 'She', 'A nurse'],
    [
      'The separatist leadership said it was cold. It said it was dark.',
      'The separatist leadership',
      'It',
      'The separatist leadership',
    ],
    ['Villagers said it was cold. They said it was dark.', 'Villagers', 'They', 'Villagers'],
    [
      'Kivu’s health ministry said it was cold. The ministry said it was dark.',
      'Kivu’s health ministry',
      'The ministry',
      'Kivu’s health ministry',
    ],
    ['Villagers said it was cold. It said it was dark.', 'Villagers', 'It', 'It'],
    ['A nurse said it was cold. Rain. Rain fell. Snow fell. She said it was dark.', 'A nurse', 'She', 'She'],
  ])('%s', (text, first, source, name) => {
    expect(second(text, [first, 'it was cold'], [source, 'it was dark'])).toMatchObject({ name, text: source })
  })
  it.each([
    ['Kofi read the board’s report, which found that it was cold.', 'which', 'found', 'the board’s report'],
    ['Shots were heard by local villagers who said that it was cold.', 'who', 'said', 'local villagers'],
  ])('is what “which” stands for: %s', (text, source, cue, name) => {
    const claim = only(text, { attributions: [{ source, cue, content: 'it was cold' }] })
    expect(claim.source).toMatchObject({ name, text: source })
  })
  it('that is “she” is who spoke just before, though somebody else was named earlier', () => {
    const { claims } = claimsOf('Ada Cole left. A nurse in the town said it was bad. “It is hell,” she said.', {
      attributions: [
        { source: 'A nurse in the town', cue: 'said', content: 'it was bad' },
        { source: 'she', cue: 'said', content: '“It is hell,”' },
      ],
      entities: [{ type: 'person', name: 'Ada Cole', as: ['Ada Cole'] }],
      references: [{ text: 'she', name: 'Ada Cole' }],
    })
    expect(claims.map(({ source }) => source?.name)).toEqual(['A nurse in the town', 'A nurse in the town'])
  })
  it('is not the owner of a word in it', () => {
    const claim = only('Aliyev came. His adviser said it was cold.', {
      entities: [{ type: 'person', name: 'Aliyev', as: ['Aliyev'] }],
      references: [{ text: 'His', name: 'Aliyev' }],
      attributions: [{ source: 'His adviser', cue: 'said', content: 'it was cold' }],
    })
    expect(claim.source).not.toHaveProperty('entity')
  })
})

describe('the stance of a claim', () => {
  const stance = (content: string, cue: CueClass = 'say') => {
    const claim = only(`The envoy said: ${content}`, {
      attributions: [{ source: 'The envoy', cue: 'said', class: cue, content }],
    })
    return `${claim.polarity} ${claim.modality}`
  }
  it.each([
    ['the road is open', 'affirmed asserted'],
    ['the road is not open', 'denied asserted'],
    ['the road isn’t open', 'denied asserted'],
    ['aid never reached the town', 'denied asserted'],
    ['no aid reached the town', 'denied asserted'],
    ['the men who did not flee were shot', 'affirmed asserted'],
    ['not only the road is open', 'affirmed asserted'],
    ['the road will reopen on Friday', 'affirmed planned'],
    ['the sides plan to meet in Cairo', 'affirmed planned'],
    ['the sides are to meet in Cairo', 'affirmed planned'],
    ['the road would reopen on Friday', 'affirmed planned'],
    ['the road that links the towns would not reopen', 'denied planned'],
    ['the road may reopen', 'affirmed possible'],
    ['talks could fail', 'affirmed possible'],
    ['the army must withdraw', 'affirmed demanded'],
    ['the army has to withdraw', 'affirmed demanded'],
    ['the army had been told of the attack', 'affirmed asserted'],
    ['if talks fail, the war will go on', 'affirmed hypothetical'],
    ['the army would leave if talks succeeded', 'affirmed hypothetical'],
    ['has the road been opened?', 'affirmed question'],
  ])('%s: %s', (content, expected) => {
    expect(stance(content)).toBe(expected)
  })
  it('is denied by the cue, and affirmed where a denial is denied', () => {
    expect(stance('the road was shut', 'deny')).toBe('denied asserted')
    expect(stance('the road was not shut', 'deny')).toBe('affirmed asserted')
  })
  it('is that of the quoted sentence that tells the topic', () => {
    expect(stance('We are not tired. The ceasefire will hold. Is it late?')).toBe('affirmed planned')
  })
  it('is denied by a source that is nobody', () => {
    const claim = only('Neither side expects a ceasefire to hold.', {
      attributions: [{ source: 'Neither side', cue: 'expects', class: 'believe', content: 'a ceasefire to hold' }],
    })
    expect(claim).toMatchObject({ polarity: 'denied', modality: 'possible' })
  })
  it('is a demand after “called for”, whatever class its cue has', () => {
    const claim = only('The envoy called for unhindered access to the enclave.', {
      attributions: [{ source: 'The envoy', cue: 'called for', content: 'unhindered access to the enclave' }],
    })
    expect(claim).toMatchObject({ modality: 'demanded', topics: ['corridor'] })
  })
  it.each([
    ['asked', 'both armies to open a way out', 'demanded'],
    ['asked for', 'a way out', 'demanded'],
    ['asked', 'when the talks would begin', 'question'],
    ['asked', 'the army what it wanted to do', 'question'],
  ] as const)('after “asked” is a demand where somebody is to do something: %s %s', (cue, content, modality) => {
    const text = `The envoy ${cue} ${content}.`
    const { claims } = claimsOf(text, { attributions: [{ source: 'The envoy', cue, class: 'ask', content }] })
    expect(claims[0]?.modality).toBe(modality)
  })
  it('is open where nobody said how or whether', () => {
    expect(stance('how many had fled', 'deny')).toBe('affirmed question')
    expect(stance('whether the road was open')).toBe('affirmed question')
  })
  it('is a demand after an order, a plan after a promise, open after a question', () => {
    expect(stance('to see the road', 'ask')).toBe('affirmed demanded')
    expect(stance('to open the road', 'order')).toBe('affirmed demanded')
    expect(stance('to open the road', 'promise')).toBe('affirmed planned')
    expect(stance('whether the road was open', 'ask')).toBe('affirmed question')
  })
})

it('hears whom an agency cites, where the agency comes first', () => {
  const content = 'Forty men fled'
  const { claims } = claimsOf('Forty men fled, Interfax reported, citing the army.', {
    attributions: [
      { source: 'Interfax', cue: 'reported', content },
      { source: 'the army', cue: 'citing', content, within: 0, rule: 'quoting' },
    ],
  })
  expect(claims.map(claim => claim.source?.name)).toEqual(['the army', 'the army'])
  expect(claims[0]!.source?.chain).toEqual([{ name: 'Interfax' }])
})

describe('background', () => {
  const background = (content: string, publishedAt = '2023-09-22T00:00:00Z') =>
    only(`The envoy said ${content}.`, { publishedAt, attributions: [{ cue: 'said', content }] }).background
  it.each([
    '30,000 people were killed in the 1990s',
    'the two sides signed a truce in 1994',
    'in the late 1980s, the enclave asked to join Armenia',
    'the sides first met two decades ago',
  ])('is history: %s', content => {
    expect(background(content)).toBe(true)
  })
  it.each([
    'rebels broke the truce that was signed in 2020',
    'the truce has held since 2020',
    'the sides met in 2023',
    'the road was shut in May',
    'the army left the town on Friday as it had in 1994',
  ])('is news: %s', content => {
    expect(background(content)).toBe(false)
  })
  it.each([
    ['In December 2022 rebels shut the Lachin corridor.', true],
    ['In April 2023 rebels shut the Lachin corridor.', true],
    ['For decades envoys tried to broker a ceasefire.', true],
    ['For decades envoys have tried to broker a ceasefire.', false],
    ['In May 2023 rebels shut the Lachin corridor.', false],
    ['Two armies fought in 1994. A truce ended it.', true],
    ['Two armies fought in 1994, and the ceasefire of the next year fell apart.', true],
    ['Two armies fought in 1994, and the ceasefire fell apart on Monday.', false],
    ['Two armies fought in 1994. A truce ended it on Monday.', false],
    ['Two armies fought in 1994.\n\nA truce ended it.', false],
    ['Two armies fought in 1994. The ceasefire holds.', false],
  ])('of the outlet, told in September 2023: %s', (text, expected) => {
    const { claims } = claimsOf(text, { publishedAt: '2023-09-22T00:00:00Z' })
    expect(claims.map(claim => claim.background)).toEqual([expected])
  })
  it('is counted from the article’s date', () => {
    expect(background('the sides met in 2014', '2014-03-01T00:00:00Z')).toBe(false)
    expect(background('the sides met in 2014', '2024-03-01T00:00:00Z')).toBe(true)
  })
})

describe('figures', () => {
  it('take their speaker from the innermost claim that holds them, and none from the outlet', () => {
    const { claims, figures } = claimsOf('In 3 days, Interfax wrote, 40 men fled, and 12 died, the army says.', {
      figures: ['3 days', '40 men', '12'],
      attributions: [
        { source: 'Interfax', cue: 'wrote', content: '40 men fled, and 12 died, the army says' },
        { source: 'the army', cue: 'says', content: '12 died', within: 0 },
      ],
    })
    expect(figures.map(figure => figure.source)).toEqual([null, { name: 'Interfax' }, { name: 'the army' }])
    expect(claims.map(claim => claim.figures)).toEqual([[1, 2], [2]])
  })
})

describe('the id of a claim', () => {
  it('depends on the article, the sentence, the content and how often they stood before', () => {
    const base = claimId('a', 'He left.', 'left', 0)
    expect(base).toMatch(/^c_a_[0-9a-f]{12}$/)
    const others = [
      claimId('b', 'He left.', 'left', 0),
      claimId('a', 'She left.', 'left', 0),
      claimId('a', 'He left.', 'He', 0),
      claimId('a', 'He left.', 'left', 1),
    ]
    expect(new Set([base, ...others]).size).toBe(5)
  })
  it('survives new line breaks', () => {
    expect(claimId('a', 'He\nleft.', ' left', 0)).toBe(claimId('a', 'He left.', 'left', 0))
  })
  it('survives a revision that leaves its sentence alone, and tells two alike apart', () => {
    const sentence = 'A ceasefire began.'
    const before = claimsOf(`${sentence} Rain fell.`).claims
    const after = claimsOf(`Snow fell on the hills. ${sentence} ${sentence}`).claims
    expect(after.map(claim => claim.id)).toContain(before[0]!.id)
    expect(new Set(after.map(claim => claim.id)).size).toBe(2)
  })
})
