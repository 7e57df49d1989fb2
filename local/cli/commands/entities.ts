import { day } from '../format/date.ts'
import { table } from '../format/table.ts'
import { listCommand } from '../queries/list-command.ts'
import type { EntityItem } from '../queries/types.ts'

export default listCommand({
  name: 'entities',
  one: 'entity',
  about: 'Lists who and what is named, article by article, latest first.',
  path: '/v1/entities',
  filters: {
    type: { value: 'TYPE', about: 'only of this type', oneOf: ['person', 'place', 'organization'] },
    q: { value: 'WORDS', about: 'only with all these words in the name' },
    entity: { value: 'ID', about: 'only this entity' },
    source: { value: 'WORDS', about: 'only from this outlet' },
  },
  examples: ['npx claimwire entities --type person', 'npx claimwire entities --q "red cross"'],
  show: (items: EntityItem[], screen) =>
    table(
      [
        { title: 'Date', cell: ({ article }) => article.publishedAt && day(article.publishedAt), whole: true },
        { title: 'Name', cell: ({ name }) => name, grows: true },
        { title: 'Type', cell: ({ type }) => type },
        { title: 'Role', cell: ({ role }) => role },
        { title: 'Entity', cell: ({ id }) => id },
        { title: 'Outlet', cell: ({ article }) => article.source },
        { title: 'Article', cell: ({ article }) => article.id, whole: true, shown: screen.width >= 110 },
      ],
      items,
      screen,
    ),
})
