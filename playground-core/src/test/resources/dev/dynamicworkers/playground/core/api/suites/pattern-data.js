// The cases of web-platform-tests' urlpatterntestdata.json, by the rules of its own runner.
import data from './urlpatterntestdata.json';

const COMPONENTS = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
const EARLIER = {
  protocol: [], hostname: ['protocol'], port: ['protocol', 'hostname'], pathname: ['protocol', 'hostname', 'port'],
  search: ['protocol', 'hostname', 'port', 'pathname'], hash: ['protocol', 'hostname', 'port', 'pathname', 'search'],
};

// What a component's pattern must be where the case does not say it, or undefined where that does not follow.
function impliedComponent(entry, name) {
  const [first, second] = entry.pattern;
  if (entry.exactly_empty_components?.includes(name)) return '';
  if (typeof first === 'string') return undefined;
  if (first?.[name]) return first[name];
  const base = first?.baseURL ?? (typeof second === 'string' ? second : undefined);
  if (base === undefined || EARLIER[name] === undefined || EARLIER[name].some((other) => other in first)) return '*';
  const value = new URL(base)[name];
  if (name === 'protocol') return value.slice(0, -1);
  return name === 'search' || name === 'hash' ? value.slice(1) : value;
}

function checkPattern(entry, pattern) {
  for (const name of COMPONENTS) {
    const expected = entry.expected_obj?.[name] ?? impliedComponent(entry, name);
    if (expected !== undefined && pattern[name] !== expected) return `${name} is ${pattern[name]} instead of ${expected}`;
  }
  return null;
}

function checkMatch(entry, pattern) {
  if (entry.inputs === undefined) return null;
  if (entry.expected_match === 'error') {
    try {
      pattern.test(...entry.inputs);
    } catch {
      return null;
    }
    return 'the match does not throw';
  }
  const result = pattern.exec(...entry.inputs);
  if ((result !== null) !== Boolean(entry.expected_match)) return `matches: ${result !== null}`;
  for (const name of COMPONENTS) {
    const expected = entry.expected_match?.[name];
    if (!expected) continue;
    if (result[name].input !== expected.input) return `${name}.input is ${result[name].input}`;
    for (const group of Object.keys({ ...expected.groups, ...result[name].groups })) {
      if ((result[name].groups[group] ?? null) !== (expected.groups[group] ?? null)) return `${name}.groups.${group}`;
    }
  }
  return null;
}

function check(entry) {
  let pattern;
  try {
    pattern = new URLPattern(...entry.pattern);
  } catch (error) {
    return entry.expected_obj === 'error' && error instanceof TypeError ? null : `throws ${error}`;
  }
  if (entry.expected_obj === 'error') return 'does not throw';
  return checkPattern(entry, pattern) ?? checkMatch(entry, pattern);
}

export const patternsAgreeWithTheStandard = { test() {
  const failures = [];
  for (const entry of data) {
    if (typeof entry === 'string') continue;
    const failure = check(entry);
    if (failure !== null) failures.push(`${JSON.stringify(entry.pattern)}: ${failure}`);
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
} };

export default {};
