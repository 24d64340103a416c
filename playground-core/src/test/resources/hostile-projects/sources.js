// Loads workers whose source is deep, wide or long, of each kind of syntax.
// says: all were told
// cpuMs: 30000
const wide = 20_000;
const deep = 2_000;
const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');
const sources = {
  labels: () => many(deep, (i) => 'l' + i + ':') + ';',
  cases: () => 'switch(0){' + many(wide, (i) => 'case ' + i + ':') + '}',
  locals: () => 'function f(){let ' + many(wide, (i) => 'v' + i + ',') + 'z;return ()=>v7}f();',
  parameters: () => '(function(' + many(wide, (i) => 'p' + i + ',') + 'z){})(' + '0,'.repeat(wide) + '0);',
  sums: () => 'let s=' + '1+'.repeat(wide) + '1;',
  commas: () => 'let c=(' + '1,'.repeat(wide) + '1);',
  chains: () => 'let o={};o' + '?.a'.repeat(deep) + ';',
  members: () => 'let m={};try{m' + '.a'.repeat(wide) + '}catch{}',
  calls: () => 'let k=()=>k;k' + '()'.repeat(wide) + ';',
  unary: () => 'let u=' + '!'.repeat(wide) + '0;',
  powers: () => 'let e=' + '1**'.repeat(deep) + '1;',
  conditionals: () => 'let q=' + '1?'.repeat(deep) + '1' + ':0'.repeat(deep) + ';',
  templates: () => 'let t=' + '`${'.repeat(deep) + '0' + '}`'.repeat(deep) + ';',
  arrows: () => 'let a=' + '()=>'.repeat(deep) + '0;',
  classes: () => 'let d=' + 'class{static x='.repeat(deep) + '0' + '}'.repeat(deep) + ';',
  fields: () => 'class F{' + many(wide, (i) => '#f' + i + ';') + '}new F;',
  blocks: () => '{'.repeat(wide) + '}'.repeat(wide),
  functions: () => 'function n(){'.repeat(deep) + '}'.repeat(deep),
  patterns: () => 'let ' + '['.repeat(deep) + 'y' + ']'.repeat(deep) + '=[];',
  objects: () => 'let b=' + '{a:'.repeat(wide) + '0' + '}'.repeat(wide) + ';',
  tries: () => 'try{'.repeat(deep) + '}catch{}'.repeat(deep),
  elses: () => 'if(0);' + 'else if(0);'.repeat(wide),
  exports: () => 'export{' + many(5000, (i) => 'j as x' + i + ',') + '};let j;',
  regexps: () => many(wide, () => '/a/;'),
  strings: () => 'let r="' + '\\u0061'.repeat(2e5) + '";',
  numbers: () => 'let w=' + '9'.repeat(2e5) + ';',
  bigints: () => 'let x=' + '9'.repeat(2e4) + 'n;',
  comments: () => '/*'.repeat(2e5) + '*/',
  names: () => 'let ' + 'a'.repeat(2e5) + ';',
};
export default {
  async fetch(request, env, ctx) {
    const told = [];
    for (const [name, source] of Object.entries(sources)) {
      const worker = env.LOADER.load({ compatibilityDate: '2026-06-01', mainModule: 'm.js', modules: { 'm.js': source() + '\nexport default { fetch: () => new Response("ran") };' }, limits: { cpuMs: 2000 } });
      told.push(await worker.getEntrypoint().fetch('http://x/').then((response) => response.text(), (error) => name + ' ' + error));
    }
    // How many there is room for depends on when the collector comes by.
    const odd = told.filter((text) => text !== 'ran' && !/SyntaxError|RangeError|TypeError|CPU|memory|Too many workers/.test(text)).map((text) => text.slice(0, 120));
    return new Response((odd.length ? 'odd: ' + odd.join('\n') : 'all were told') + '\n' + told.filter((text) => text !== 'ran').map((text) => text.slice(0, 90)).join('\n'));
  },
};
