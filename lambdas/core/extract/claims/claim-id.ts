import { createHash } from 'node:crypto'
import { claimIdOf } from '../../ids.ts'

/** The same for the same words in the same article, wherever a revision moves them. `occurrence`: how many such claims stand before. */
export function claimId(articleId: string, sentenceText: string, contentText: string, occurrence: number): string {
  const parts = [articleId, oneLine(sentenceText), oneLine(contentText), occurrence]
  return claimIdOf(articleId, createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12))
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
