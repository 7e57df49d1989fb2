import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'

/** Words that a sentence or headline begins with, and a name doesn't: "Near Palmyra", "The Hague" keeps its own. */
const LEADING = new Set(
  'near|in|on|at|by|from|for|to|with|as|and|but|or|if|when|while|after|before|since|during|despite|according|meanwhile|however|a|an|this|that|these|those|its|his|her|their|our|my|inside|outside|around|across|between|under|over'.split(
    '|',
  ),
)

/** Takes function words off the front of names; a name that was nothing else goes. */
export function trimNames(context: Context, names: readonly Name[]): Name[] {
  return names
    .map(name => {
      let { first } = name
      while (first < name.last && LEADING.has(context.words[first]!.lower) && !context.words[first]!.allUpper) first++
      return first === name.first ? name : { ...name, first }
    })
    .filter(name => name.first < name.last)
}
