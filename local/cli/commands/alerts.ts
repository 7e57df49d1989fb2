import { alertLines } from '../format/alert.ts'
import { plain } from '../format/plain.ts'
import type { Screen } from '../format/style.ts'
import { listCommand } from '../queries/list-command.ts'
import type { AlertItem } from '../queries/types.ts'

export default listCommand({
  name: 'alerts',
  one: 'alert',
  about: 'Lists alerts, latest first by the article’s time: what is new, who says it, and why it is new.',
  path: '/v1/alerts',
  filters: {
    topic: { value: 'NAME', about: 'only on this topic: corridor, talks …' },
    source: { value: 'WORDS', about: 'only from this outlet' },
  },
  examples: [
    'npx claimwire alerts --topic talks',
    'npx claimwire alerts --since 24h --json',
    'npx claimwire alerts --all --csv > alerts.csv',
  ],
  show: (items: AlertItem[], screen) => items.map(alert => page(alert, screen)).join('\n'),
})

const page = (alert: AlertItem, screen: Screen): string =>
  [...alertLines(alert, screen), screen.paint('dim', plain(`alert ${alert.id}`)), ''].join('\n')
