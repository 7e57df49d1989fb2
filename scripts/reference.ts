import { readFileSync, writeFileSync } from 'node:fs'
import { openapi } from '../lambdas/api/reference/openapi.ts'
import { ROUTES } from '../lambdas/api/routes.ts'

// Writes docs/openapi.json from the declarations of the API's routes.
const at = (file: string) => new URL(`../${file}`, import.meta.url)
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
writeFileSync(at('docs/openapi.json'), `${JSON.stringify(openapi(ROUTES, version), null, 2)}\n`)
