import { expect, it } from 'vitest'
import { stem } from '../../../../lambdas/core/extract/attributions/stem.ts'

it.each([
  ['say', 'says', 'said', 'saying'],
  ['argue', 'argues', 'argued', 'arguing'],
  ['deny', 'denies', 'denied', 'denying'],
  ['plan', 'plans', 'planned', 'planning'],
  ['stress', 'stresses', 'stressed', 'stressing'],
  ['claim', 'claims', 'claimed', 'claiming'],
  ['tell', 'tells', 'told', 'telling'],
])('gives one key to all forms of %s', (...forms) => expect(new Set(forms.map(stem)).size).toBe(1))
