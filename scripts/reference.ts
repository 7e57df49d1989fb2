import { readFileSync, writeFileSync } from 'node:fs'
import { openapi } from '../lambdas/api/reference/openapi.ts'
import { page } from '../lambdas/api/reference/page.ts'
import { allRoutes } from '../lambdas/api/routes.ts'

// Writes docs/openapi.json and docs/api.md from the declarations of the API's routes.
const at = (file: string) => new URL(`../${file}`, import.meta.url)
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
const document = openapi(await allRoutes(), version)
writeFileSync(at('docs/openapi.json'), `${JSON.stringify(document, null, 2)}\n`)
writeFileSync(at('docs/api.md'), page(document))
