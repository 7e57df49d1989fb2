import { alertLines } from '../format/alert.ts'
import { showCommand } from '../queries/show-command.ts'
import type { AlertItem } from '../queries/types.ts'

export default showCommand({
  name: 'alert',
  about: 'Shows one alert: what is new, who says it, and why it is new.',
  path: '/v1/alerts',
  examples: ['npx claimwire alert al_corridor_ae2056bdbacb861a5841b_dee41c3c5b39'],
  show: (alert: AlertItem, screen) => `${alertLines(alert, screen).join('\n')}\n`,
})
