// What the editors ask about code, answered by TypeScript's language service and by Prettier.
//
// Evaluates to a function that takes the host's functions (`read(name)` gives a text that comes with the program or
// null, `reply(id, json)` answers) and gives the function that takes messages. Offsets are those of the person's text.
(function (host) {
  'use strict';

  const CODE = /\.[cm]?[jt]sx?$/;
  const SCRIPT = /\.[cm]?jsx?$/;
  const PROJECT = '/project/';
  const MOST_PROPOSALS = 300;
  const MOST_FINDINGS = 200;

  // What is reported for JavaScript, which has no types of its own: only what can hardly be meant.
  const SCRIPT_CODES = new Set([2304, 2305, 2307, 2551, 2552, 2588, 2540, 2448, 18004]);

  const files = new Map();
  const views = new Map();
  const services = new Map();
  let kinds = {};
  let env = { parent: '', dynamic: '' };
  let configText = '';
  let checkScripts = false;
  let revision = 0;
  let options = null;
  let registry = null;
  let ts = null;
  let prettier = null;

  // ---- texts ----

  function library(name) {
    return host.read('META-INF/resources/webjars/' + name);
  }

  function load() {
    if (ts === null) {
      const module = { exports: {} };
      new Function('module', 'exports', 'require', library('typescript/5.9.3/lib/typescript.js'))(module, module.exports, undefined);
      ts = module.exports;
      registry = ts.createDocumentRegistry(true, '/');
    }
    return ts;
  }

  function roleOf(path) {
    const file = files.get(path);
    return file === undefined ? 'parent' : file.role;
  }

  // A worker's default export gets the type of its handlers, so that `env` and `request` are known without a word of
  // the person. `at` and `added` say where that was put into the text.
  function view(path) {
    const file = files.get(path);
    if (file === undefined) {
      return undefined;
    }
    let seen = views.get(path);
    if (seen === undefined || seen.source !== file.text) {
      seen = typed(path, file.text);
      seen.source = file.text;
      views.set(path, seen);
    }
    return seen;
  }

  function typed(path, text) {
    const plain = { text, at: -1, added: 0 };
    if (!CODE.test(path) || !text.includes('export default')) {
      return plain;
    }
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
    const found = tree.statements.find(
      (node) => ts.isExportAssignment(node) && !node.isExportEquals && ts.isObjectLiteralExpression(node.expression),
    );
    if (found === undefined) {
      return plain;
    }
    const script = SCRIPT.test(path);
    const start = found.getStart(tree);
    if (script && /@(type|satisfies)\b/.test(text.slice(found.getFullStart(), start))) {
      return plain;
    }
    const at = script ? start : found.expression.getEnd();
    const words = script ? '/** @type {ExportedHandler<Env>} */ ' : ' satisfies ExportedHandler<Env>';
    return { text: text.slice(0, at) + words + text.slice(at), at, added: words.length };
  }

  const inner = (path) => PROJECT + path;
  const outer = (name) => (name.startsWith(PROJECT) ? name.slice(PROJECT.length) : null);

  // At the place itself a script's words come before the code, and those of TypeScript behind it.
  function into(path, offset) {
    const seen = view(path);
    const after = SCRIPT.test(path) ? offset >= seen.at : offset > seen.at;
    return seen.at >= 0 && after ? offset + seen.added : offset;
  }

  function outOf(path, offset) {
    const seen = view(path);
    if (seen.at < 0 || offset <= seen.at) {
      return offset;
    }
    return Math.max(seen.at, offset - seen.added);
  }

  function place(path, offset) {
    const text = files.get(path).text;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    let line = 1;
    for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return { line, column: offset - start + 1 };
  }

  function range(path, start, length) {
    const from = outOf(path, start);
    const to = outOf(path, start + length);
    return { path, start: from, end: to, ...place(path, from) };
  }

  // ---- the two programs: the parent worker's, and that of dynamic workers, which has another `Env` ----

  function textOf(role, name) {
    const path = outer(name);
    if (path !== null) {
      const seen = view(path);
      return seen === undefined ? undefined : seen.text;
    }
    if (name === '/types/env.d.ts') {
      return env[role];
    }
    if (name.startsWith('/types/')) {
      return host.read('types' + name.slice(6)) ?? undefined;
    }
    if (name.startsWith('/lib/')) {
      return library('typescript/5.9.3/lib/' + name.slice(5)) ?? undefined;
    }
    return undefined;
  }

  function snapshot(text) {
    return {
      text,
      getText: (start, end) => text.slice(start, end),
      getLength: () => text.length,
      getChangeRange(before) {
        const old = before.text;
        const least = Math.min(old.length, text.length);
        let head = 0;
        while (head < least && old.charCodeAt(head) === text.charCodeAt(head)) {
          head++;
        }
        let tail = 0;
        while (tail < least - head && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) {
          tail++;
        }
        return ts.createTextChangeRange(ts.createTextSpan(head, old.length - head - tail), text.length - head - tail);
      },
    };
  }

  function compilerOptions() {
    if (options === null) {
      let chosen = {};
      let typeScript = false;
      if (configText !== '') {
        const read = ts.parseConfigFileTextToJson('/tsconfig.json', configText).config;
        chosen = ts.convertCompilerOptionsFromJson(read?.compilerOptions ?? {}, PROJECT).options;
        typeScript = true;
      }
      options = {
        strict: true,
        noImplicitAny: typeScript,
        ...chosen,
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        moduleDetection: ts.ModuleDetectionKind.Force,
        lib: ['lib.esnext.d.ts'],
        types: [],
        typeRoots: [],
        allowJs: true,
        checkJs: true,
        noEmit: true,
        resolveJsonModule: true,
        esModuleInterop: true,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        skipDefaultLibCheck: true,
        isolatedModules: false,
        composite: false,
        incremental: false,
        declaration: false,
        outDir: undefined,
        rootDir: undefined,
        baseUrl: undefined,
        paths: undefined,
        plugins: undefined,
      };
    }
    return options;
  }

  function rootNames(role) {
    const names = [];
    let ownTypes = false;
    for (const [path, file] of files) {
      if (!CODE.test(path)) {
        continue;
      }
      const declared = /\.d\.[cm]?ts$/.test(path);
      if (declared || file.role === role) {
        names.push(inner(path));
      }
      // `wrangler types` writes all of the platform into this file.
      ownTypes ||= path.endsWith('worker-configuration.d.ts') && role === 'parent';
    }
    return ownTypes ? names : ['/types/web.d.ts', '/types/globals.d.ts', '/types/workers.d.ts', '/types/bindings.d.ts', '/types/env.d.ts', ...names];
  }

  function resolve(role, specifier, from) {
    if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
      return undefined;
    }
    const parts = specifier.startsWith('/') ? [] : from.slice(PROJECT.length).split('/').slice(0, -1);
    for (const part of specifier.split('/')) {
      if (part === '..') {
        parts.pop();
      } else if (part !== '.' && part !== '') {
        parts.push(part);
      }
    }
    const path = parts.join('/');
    const bare = path.replace(/\.[cm]?jsx?$/, '');
    const tries = [path, `${path}.ts`, `${path}.tsx`, `${path}.js`, `${path}.mjs`, `${bare}.ts`, `${bare}.tsx`, `${path}/index.ts`, `${path}/index.js`];
    const special = role === 'parent' ? { text: 'text', data: 'data', wasm: 'wasm' }[kinds[path]] : undefined;
    if (special !== undefined) {
      return { name: `/types/${special}.d.ts`, extension: '.d.ts' };
    }
    const found = tries.find((name) => files.has(name));
    if (found === undefined) {
      return undefined;
    }
    return { name: inner(found), extension: found.slice(found.lastIndexOf('.')) };
  }

  function service(role) {
    load();
    let made = services.get(role);
    if (made === undefined) {
      made = ts.createLanguageService(
        {
          getCompilationSettings: compilerOptions,
          getProjectVersion: () => String(revision),
          getScriptFileNames: () => rootNames(role),
          getScriptVersion: (name) => {
            const path = outer(name);
            return path === null ? (name === '/types/env.d.ts' ? env[role] : '1') : String(files.get(path)?.version ?? 0);
          },
          getScriptSnapshot: (name) => {
            const text = textOf(role, name);
            return text === undefined ? undefined : snapshot(text);
          },
          getCurrentDirectory: () => '/project',
          getDefaultLibFileName: () => '/lib/lib.esnext.d.ts',
          useCaseSensitiveFileNames: () => true,
          fileExists: (name) => textOf(role, name) !== undefined,
          readFile: (name) => textOf(role, name),
          directoryExists: () => true,
          getDirectories: () => [],
          resolveModuleNameLiterals: (literals, from) =>
            literals.map((literal) => {
              const found = from.startsWith(PROJECT) ? resolve(role, literal.text, from) : undefined;
              return {
                resolvedModule: found && {
                  resolvedFileName: found.name,
                  extension: found.extension,
                  isExternalLibraryImport: false,
                },
              };
            }),
        },
        registry,
      );
      services.set(role, made);
    }
    return made;
  }

  const serviceOf = (path) => service(roleOf(path));

  // ---- answers ----

  const words = (parts) => (parts ?? []).map((part) => part.text).join('');

  function documentation(info) {
    const tags = (info.tags ?? [])
      .map((tag) => `@${tag.name} ${words(tag.text)}`.trim())
      .join('\n');
    return [words(info.documentation), tags].filter((text) => text !== '').join('\n\n');
  }

  function edits(changes) {
    const all = [];
    for (const change of changes) {
      const path = outer(change.fileName);
      if (path === null || !files.has(path)) {
        continue;
      }
      for (const edit of change.textChanges) {
        all.push({ ...range(path, edit.span.start, edit.span.length), text: edit.newText });
      }
    }
    return all;
  }

  const preferences = {
    includeCompletionsWithInsertText: true,
    includeCompletionsForImportStatements: true,
    quotePreference: 'auto',
    provideRefactorNotApplicableReason: false,
  };

  function formatOptions() {
    return { ...ts.getDefaultFormatCodeSettings('\n'), indentSize: 2, tabSize: 2, convertTabsToSpaces: true };
  }

  function starts(name, prefix) {
    return name.toLowerCase().startsWith(prefix.toLowerCase());
  }

  const asks = {
    complete({ path, offset }) {
      const text = files.get(path).text;
      let start = offset;
      while (start > 0 && /[\w$#]/.test(text[start - 1])) {
        start--;
      }
      const prefix = text.slice(start, offset);
      const found = serviceOf(path).getCompletionsAtPosition(inner(path), into(path, offset), preferences);
      const proposals = [];
      for (const entry of found?.entries ?? []) {
        if (entry.kind === 'warning' || !starts(entry.name, prefix) || proposals.length >= MOST_PROPOSALS) {
          continue;
        }
        const span = entry.replacementSpan;
        proposals.push({
          label: entry.name,
          kind: entry.kind,
          insert: entry.insertText ?? entry.name,
          start: span === undefined ? start : outOf(path, span.start),
          end: span === undefined ? offset : outOf(path, span.start + span.length),
          order: entry.sortText,
          deprecated: (entry.kindModifiers ?? '').includes('deprecated'),
        });
      }
      return proposals;
    },

    describe({ path, offset, name }) {
      const found = serviceOf(path).getCompletionEntryDetails(
        inner(path), into(path, offset), name, formatOptions(), undefined, preferences, undefined);
      return found === undefined ? null : { signature: words(found.displayParts), documentation: documentation(found), start: offset, end: offset };
    },

    hover({ path, offset }) {
      const found = serviceOf(path).getQuickInfoAtPosition(inner(path), into(path, offset));
      if (found === undefined) {
        return null;
      }
      const { start, end } = range(path, found.textSpan.start, found.textSpan.length);
      return { signature: words(found.displayParts), documentation: documentation(found), start, end };
    },

    define({ path, offset }) {
      const found = serviceOf(path).getDefinitionAtPosition(inner(path), into(path, offset)) ?? [];
      return found
        .filter((one) => outer(one.fileName) !== null)
        .map((one) => range(outer(one.fileName), one.textSpan.start, one.textSpan.length));
    },

    references({ path, offset }) {
      const found = serviceOf(path).getReferencesAtPosition(inner(path), into(path, offset)) ?? [];
      return found
        .filter((one) => outer(one.fileName) !== null)
        .map((one) => range(outer(one.fileName), one.textSpan.start, one.textSpan.length));
    },

    rename({ path, offset, name }) {
      const place = into(path, offset);
      const helper = serviceOf(path);
      const info = helper.getRenameInfo(inner(path), place, {});
      if (!info.canRename) {
        return { refusal: info.localizedErrorMessage, edits: [] };
      }
      const found = helper.findRenameLocations(inner(path), place, false, false, { providePrefixAndSuffixTextForRename: true }) ?? [];
      if (found.some((one) => outer(one.fileName) === null)) {
        return { refusal: 'This name belongs to the platform.', edits: [] };
      }
      return {
        refusal: '',
        edits: found.map((one) => ({
          ...range(outer(one.fileName), one.textSpan.start, one.textSpan.length),
          text: (one.prefixText ?? '') + name + (one.suffixText ?? ''),
        })),
      };
    },

    signature({ path, offset }) {
      const found = serviceOf(path).getSignatureHelpItems(inner(path), into(path, offset), {});
      const item = found?.items[found.selectedItemIndex];
      if (item === undefined) {
        return null;
      }
      let label = words(item.prefixDisplayParts);
      let start = 0;
      let end = 0;
      item.parameters.forEach((parameter, index) => {
        label += index > 0 ? words(item.separatorDisplayParts) : '';
        const last = item.isVariadic && index === item.parameters.length - 1 && found.argumentIndex > index;
        if (index === found.argumentIndex || last) {
          start = label.length;
          end = start + words(parameter.displayParts).length;
        }
        label += words(parameter.displayParts);
      });
      label += words(item.suffixDisplayParts);
      const active = item.parameters[Math.min(found.argumentIndex, item.parameters.length - 1)];
      const about = active === undefined ? '' : words(active.documentation);
      return { label, start, end, documentation: about || words(item.documentation) };
    },

    fixes({ path, offset, end }) {
      const helper = serviceOf(path);
      const name = inner(path);
      const found = [];
      const seen = new Set();
      const inside = diagnosticsOf(helper, path, true).filter((one) => {
        const here = range(path, one.start, one.length);
        return here.start <= end && here.end >= offset;
      });
      for (const one of inside) {
        const repairs = helper.getCodeFixesAtPosition(
          name, one.start, one.start + one.length, [one.code], formatOptions(), preferences);
        for (const repair of repairs) {
          const changes = edits(repair.changes);
          const key = repair.description + JSON.stringify(changes);
          if (changes.length > 0 && !seen.has(key)) {
            seen.add(key);
            found.push({ title: repair.description, edits: changes });
          }
        }
      }
      return found;
    },

    findings({ paths }) {
      const found = [];
      for (const path of paths) {
        if (!files.has(path) || !CODE.test(path)) {
          continue;
        }
        for (const one of diagnosticsOf(serviceOf(path), path, false)) {
          if (found.length < MOST_FINDINGS) {
            found.push({
              ...range(path, one.start, one.length),
              message: ts.flattenDiagnosticMessageText(one.messageText, '\n'),
              code: one.code,
              error: !SCRIPT.test(path) || one.code < 2000,
            });
          }
        }
      }
      return found;
    },

    narrow({ wishes }) {
      const helper = service('parent');
      const made = (0, eval)(host.read('narrow.js'));
      const paths = [...files.keys()].filter((path) => CODE.test(path) && roleOf(path) === 'parent' && !/\.d\.[cm]?ts$/.test(path));
      return made(ts, { program: helper.getProgram(), paths, inner, range })(wishes);
    },

    async format({ path, text, tabSize }) {
      return printed(path, text, tabSize);
    },
  };

  function diagnosticsOf(helper, path, all) {
    const name = inner(path);
    const syntax = helper.getSyntacticDiagnostics(name);
    const script = SCRIPT.test(path);
    const checked = !script || checkScripts || /^\s*\/\/\s*@ts-check/m.test(files.get(path).text);
    const meaning = helper.getSemanticDiagnostics(name).filter((one) => {
      const message = ts.flattenDiagnosticMessageText(one.messageText, ' ');
      if (message.includes('ExportedHandler')) {
        return false;
      }
      if (one.code === 2307) {
        // What a dynamic worker can import is decided when it is loaded; packages are found by the runtime.
        return roleOf(path) === 'parent' && /'\.{1,2}\//.test(message);
      }
      if (one.code === 2339 && script && !checked) {
        return message.includes("on type 'Env'");
      }
      return checked || all || SCRIPT_CODES.has(one.code);
    });
    const more = all ? helper.getSuggestionDiagnostics(name) : [];
    return [...syntax, ...meaning, ...more].filter((one) => one.start !== undefined);
  }

  // ---- Prettier ----

  const PARSERS = [
    [/\.[cm]?tsx?$/, 'typescript'],
    [/\.[cm]?jsx?$/, 'babel'],
    [/\.jsonc$|(^|\/)tsconfig[^/]*\.json$/, 'jsonc'],
    [/\.json$/, 'json'],
  ];

  function printer() {
    if (prettier === null) {
      const evaluate = (name) => (0, eval)(library('prettier/3.6.2/' + name));
      evaluate('standalone.js');
      ['babel', 'estree', 'typescript'].forEach((name) => evaluate(`plugins/${name}.js`));
      prettier = globalThis.prettier;
    }
    return prettier;
  }

  function wishes() {
    for (const name of ['.prettierrc', '.prettierrc.json']) {
      const file = files.get(name);
      if (file !== undefined) {
        return JSON.parse(file.text);
      }
    }
    const manifest = files.get('package.json');
    try {
      return (manifest === undefined ? undefined : JSON.parse(manifest.text).prettier) ?? null;
    } catch {
      return null;
    }
  }

  // Without a configuration of the project, its own quotes and its own indentation are kept.
  function habits(text, tabSize) {
    const single = (text.match(/'/g) ?? []).length;
    const double = (text.match(/"/g) ?? []).length;
    const indent = /^(\t| +)\S/m.exec(text);
    return {
      singleQuote: single >= double,
      useTabs: indent !== null && indent[1] === '\t',
      tabWidth: indent === null || indent[1] === '\t' ? tabSize : indent[1] === '    ' ? 4 : 2,
      printWidth: 100,
    };
  }

  async function printed(path, text, tabSize) {
    const parser = PARSERS.find(([pattern]) => pattern.test(path))?.[1];
    if (parser === undefined) {
      throw new Error(`There is no formatter for ${path.slice(path.lastIndexOf('/') + 1)}.`);
    }
    const tool = printer();
    const chosen = wishes();
    const style = chosen !== null && typeof chosen === 'object' ? chosen : habits(text, tabSize);
    const extra = parser === 'jsonc' ? { trailingComma: 'none' } : {};
    return {
      text: await tool.format(text, {
        ...extra,
        ...style,
        parser,
        plugins: Object.values(globalThis.prettierPlugins),
        filepath: undefined,
        overrides: undefined,
      }),
    };
  }

  // ---- messages ----

  function update(message) {
    for (const [path, file] of Object.entries(message.files)) {
      if (file === null) {
        files.delete(path);
        views.delete(path);
      } else {
        files.set(path, { ...file, version: (files.get(path)?.version ?? 0) + 1 });
      }
    }
    kinds = message.kinds ?? kinds;
    env = message.env ?? env;
    checkScripts = message.checkScripts ?? checkScripts;
    const config = files.get('tsconfig.json')?.text ?? '';
    if (config !== configText) {
      configText = config;
      options = null;
    }
    revision++;
  }

  function plain(failure) {
    const message = String(failure?.message ?? failure);
    return message.split('\n')[0];
  }

  return function (id, json) {
    const message = JSON.parse(json);
    if (message.method === 'update') {
      update(message);
      return;
    }
    const answer = (result) => host.reply(id, JSON.stringify({ result: result ?? null }));
    const refuse = (failure) => host.reply(id, JSON.stringify({ failure: plain(failure) }));
    try {
      if (message.path !== undefined && !files.has(message.path) && message.method !== 'format') {
        answer(null);
        return;
      }
      if (message.method !== 'format') {
        load();
      }
      const result = asks[message.method](message);
      if (result instanceof Promise) {
        result.then(answer, refuse);
      } else {
        answer(result);
      }
    } catch (failure) {
      refuse(failure);
    }
  };
});
