import { sync, log } from './resource.js'
'😀 not only letters of one unit'; using first = sync('first')
await using second = sync('second');
export const constant = first.name, [one, { two = 2, ...rest }] = [1, { three: 3 }]
export let counter = 0
let hidden;
export function count() { counter++; hidden = helper(); return hidden }
function helper() { return counter + constant }
export class Thing { static made = new Thing(); make() { return new Thing() } }
import { taken } from './resource.js'
export var old = taken
export { helper as renamed, second }
export default class {}
log.push('body')
for (const x of [1]) { log.push(`loop${x}`) }
export * from './throws.js'
