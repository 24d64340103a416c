// parseArgs of node:util.
(function (rt) {
  'use strict';
  const { Object, TypeError } = rt.primordials;
  const { withCode } = rt.use('node/errors');

  const fail = (code, message) => {
    throw withCode(TypeError, code, message);
  };

  const parseArgs = ({ args = [], options = {}, strict = true, allowPositionals = !strict, allowNegative = false } = {}) => {
    const values = Object.create(null);
    const positionals = [];
    const longOf = (short) => Object.keys(options).find((name) => options[name].short === short) ?? short;
    const store = (name, value, shown) => {
      const option = options[name];
      if (strict && option === undefined) fail('ERR_PARSE_ARGS_UNKNOWN_OPTION', `Unknown option '${shown}'`);
      if (strict && option.type === 'string' && typeof value !== 'string') fail('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${shown} <value>' argument missing`);
      if (strict && option.type === 'boolean' && typeof value === 'string') fail('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${shown}' does not take an argument`);
      if (option?.multiple) (values[name] ??= []).push(value);
      else values[name] = value;
    };
    const takesValue = (name) => options[name]?.type === 'string';
    for (let i = 0; i < args.length; i++) {
      const arg = args[i];
      if (arg === '--') {
        positionals.push(...args.slice(i + 1));
        break;
      }
      if (arg.startsWith('--') && arg.length > 2) {
        const at = arg.indexOf('=');
        let name = at < 0 ? arg.slice(2) : arg.slice(2, at);
        if (allowNegative && name.startsWith('no-') && options[name.slice(3)]?.type === 'boolean') {
          name = name.slice(3);
          store(name, false, arg);
        } else if (at >= 0) store(name, arg.slice(at + 1), `--${name}`);
        else if (takesValue(name) && i + 1 < args.length) store(name, args[++i], `--${name}`);
        else store(name, takesValue(name) ? undefined : true, `--${name}`);
      } else if (arg.startsWith('-') && arg.length > 1) {
        for (let at = 1; at < arg.length; at++) {
          const name = longOf(arg[at]);
          if (!takesValue(name)) {
            store(name, true, `-${arg[at]}`);
            continue;
          }
          const rest = arg.slice(at + 1);
          store(name, rest !== '' ? rest : args[++i], `-${arg[at]}`);
          break;
        }
      } else {
        if (!allowPositionals) fail('ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', `Unexpected argument '${arg}'. This command does not take positional arguments`);
        positionals.push(arg);
      }
    }
    for (const name of Object.keys(options)) {
      if (values[name] === undefined && options[name].default !== undefined) values[name] = options[name].default;
    }
    return { values, positionals };
  };

  return { parseArgs };
})
