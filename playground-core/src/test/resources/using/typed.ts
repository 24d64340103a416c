import { sync, taken } from './resource.js';
interface Named { name: string }
enum Kind { A = 'a', B = 'b' }
export function typed<T extends Named>(prefix: string): string {
  {
    using a: Named = sync(prefix + Kind.A) as Named, b = sync(prefix + Kind.B);
  }
  return taken();
}
