import { claimPage } from '../queries/claim-page.ts'
import { showCommand } from '../queries/show-command.ts'

export default showCommand({
  name: 'claim',
  about: 'Shows one claim: who has it, how its figures went, and what stands against it.',
  path: '/v1/claims',
  examples: ['npx claimwire claim c_ae2056bdbacb861a5841b_736eac16265e'],
  show: claimPage,
})
