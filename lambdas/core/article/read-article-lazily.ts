import type { Article } from './article.ts'
import { type HtmlReader, readUpload, type Upload } from './read-upload.ts'

const HTML_IS_NEEDED = new Error('a page was met before the HTML reader was loaded')
const notLoaded = () => {
  throw HTML_IS_NEEDED
}
const NOT_LOADED: HtmlReader = { readHtml: notLoaded, readFragment: notLoaded }

/** As `readArticle`, but the HTML reader is loaded only once a page comes in: it would double a function's cold start. */
export async function readArticleLazily(upload: Upload): Promise<Article> {
  try {
    return readUpload(upload, NOT_LOADED)
  } catch (error) {
    if (error !== HTML_IS_NEEDED) throw error
    return readUpload(upload, await import('./html/html.ts'))
  }
}
