import { articlePage } from '../queries/article-page.ts'
import { showCommand } from '../queries/show-command.ts'

export default showCommand({
  name: 'article',
  about: 'Shows one article: its claims, figures and entities; or why it was rejected.',
  path: '/v1/articles',
  examples: ['npx claimwire article ae2056bdbacb861a5841b', 'npx claimwire article ae2056bdbacb861a5841b --json'],
  show: articlePage,
})
