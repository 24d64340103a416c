// Finds the places where a parent makes dynamic workers, and the edits that give them less: keys of `env` taken out,
// `globalOutbound: null`, lower limits; or more: keys that come
// into `env`.
//
// Evaluates to a function that takes TypeScript, a program, the paths to look at and how a place is told, and gives
// the function that answers.
(function (ts, place) {
  'use strict';

  const MOST_STEPS = 20;
  const { program, paths, inner, range } = place;
  const checker = program.getTypeChecker();

  // Why something is not an object that can be changed, and where that is.
  class Refusal {
    constructor(node, words) {
      this.node = node;
      this.words = words;
    }
  }

  const lineOf = (node) => {
    const source = node.getSourceFile();
    return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  };
  const spot = (node) => `${node.getSourceFile().fileName.replace(/^\/project\//, '')}:${lineOf(node)}`;
  const shown = (node) => {
    const text = node.getText().replace(/\s+/g, ' ');
    return text.length > 40 ? text.slice(0, 39) + '\u2026' : text;
  };

  // ---- from an expression to the object that it is ----

  function declarationOf(identifier) {
    let symbol = checker.getSymbolAtLocation(identifier);
    if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0) {
      symbol = checker.getAliasedSymbol(symbol);
    }
    return symbol?.valueDeclaration;
  }

  // `trail` remembers what is given for the parameters of functions on the way, and which functions made the object.
  function objectOf(node, trail) {
    if (trail.steps++ > MOST_STEPS) {
      return new Refusal(node, 'goes through too many names');
    }
    if (ts.isObjectLiteralExpression(node)) {
      return node;
    }
    if (
      ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)
    ) {
      return objectOf(node.expression, trail);
    }
    if (ts.isCallExpression(node)) {
      const called = functionOf(node.expression);
      if (called === undefined) {
        return new Refusal(node, `is what ${shown(node.expression)}() gives`);
      }
      called.parameters.forEach((parameter, i) => trail.given.set(parameter, node.arguments[i] ?? parameter.initializer));
      trail.makers.push(shown(node.expression));
      return returned(called, trail);
    }
    if (ts.isIdentifier(node)) {
      const declaration = declarationOf(node);
      if (declaration !== undefined && trail.given.has(declaration)) {
        const given = trail.given.get(declaration);
        return given === undefined ? new Refusal(node, 'is not given') : objectOf(given, trail);
      }
      if (
        declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined &&
        (declaration.parent.flags & ts.NodeFlags.Const) !== 0
      ) {
        return objectOf(declaration.initializer, trail);
      }
      return new Refusal(node, `is ${node.text}, which is not one object of the source`);
    }
    if (ts.isConditionalExpression(node)) {
      return new Refusal(node, 'is chosen by a condition');
    }
    return new Refusal(node, `is ${shown(node)}`);
  }

  const isFunction = (node) =>
    ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);

  function functionOf(node) {
    if (isFunction(node)) {
      return node;
    }
    if (ts.isParenthesizedExpression(node)) {
      return functionOf(node.expression);
    }
    const declaration = ts.isIdentifier(node) ? declarationOf(node) : undefined;
    if (declaration === undefined) {
      return undefined;
    }
    if (isFunction(declaration)) {
      return declaration.body === undefined ? undefined : declaration;
    }
    return ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
      ? functionOf(declaration.initializer)
      : undefined;
  }

  function returned(made, trail) {
    if (!ts.isBlock(made.body)) {
      return objectOf(made.body, trail);
    }
    const found = [];
    const visit = (node) => {
      if (ts.isReturnStatement(node) && node.expression !== undefined) {
        found.push(node.expression);
      } else if (!isFunction(node)) {
        ts.forEachChild(node, visit);
      }
    };
    visit(made.body);
    return found.length === 1
      ? objectOf(found[0], trail)
      : new Refusal(made, `comes from a function with ${found.length} returns`);
  }

  // ---- edits ----

  const nameOf = (property) =>
    property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name))
      ? property.name.text
      : undefined;
  const member = (object, name) => object.properties.findLast((property) => nameOf(property) === name);
  const spreads = (object) => object.properties.filter(ts.isSpreadAssignment);

  class Edits {
    constructor() {
      this.all = new Map();
    }

    replace(source, start, end, text) {
      this.all.set(`${source.fileName}:${start}`, { source, start, end, text });
    }

    told() {
      return [...this.all.values()].map(({ source, start, end, text }) => ({
        ...range(source.fileName.replace(/^\/project\//, ''), start, end - start),
        text,
      }));
    }
  }

  // Where the comma behind a property ends, with what is remarked on its line; -1 where there is no comma.
  function behindComma(source, property) {
    let at = property.end;
    const text = source.text;
    for (const comment of ts.getTrailingCommentRanges(text, at) ?? []) {
      at = comment.end;
    }
    at = ts.skipTrivia(text, at);
    if (text[at] !== ',') {
      return -1;
    }
    const remarks = ts.getTrailingCommentRanges(text, at + 1) ?? [];
    return remarks.length === 0 ? at + 1 : remarks.at(-1).end;
  }

  function remove(object, gone, edits) {
    const source = object.getSourceFile();
    const properties = object.properties;
    if (gone.length === properties.length) {
      edits.replace(source, object.getStart(source) + 1, object.end - 1, '');
      return;
    }
    for (const property of gone) {
      const comma = behindComma(source, property);
      edits.replace(source, property.pos, comma < 0 ? property.end : comma, '');
    }
    const last = properties.at(-1);
    if (gone.includes(last) && !properties.hasTrailingComma) {
      const kept = properties.findLast((property) => !gone.includes(property));
      edits.replace(source, kept.end, source.text.indexOf(',', kept.end) + 1, '');
    }
  }

  function add(object, properties, edits) {
    if (properties.length === 0) {
      return;
    }
    const source = object.getSourceFile();
    if (object.properties.length === 0) {
      edits.replace(source, object.getStart(source) + 1, object.end - 1, ` ${properties.join(', ')} `);
      return;
    }
    const last = object.properties.at(-1);
    const comma = behindComma(source, last);
    const ownLines = source.text.slice(last.end, object.end).includes('\n');
    const start = last.getStart(source);
    const indent = /^\s*/.exec(source.text.slice(source.text.lastIndexOf('\n', start) + 1, start))[0];
    const between = ownLines ? `,\n${indent}` : ', ';
    const first = comma < 0 ? between : between.slice(1);
    const text = first + properties.join(between) + (comma < 0 ? '' : ',');
    edits.replace(source, comma < 0 ? last.end : comma, comma < 0 ? last.end : comma, text);
  }

  function give(object, name, value, added, edits) {
    const present = member(object, name);
    if (present === undefined) {
      added.push(`${name}: ${value}`);
    } else if (ts.isPropertyAssignment(present)) {
      edits.replace(present.getSourceFile(), present.initializer.getStart(), present.initializer.end, value);
    } else {
      edits.replace(present.getSourceFile(), present.getStart(), present.end, `${name}: ${value}`);
    }
  }

  function valueOf(property, trail) {
    if (ts.isPropertyAssignment(property)) {
      return objectOf(property.initializer, trail);
    }
    return ts.isShorthandPropertyAssignment(property)
      ? shorthand(property, trail)
      : new Refusal(property, 'is not written as an object');
  }

  function shorthand(property, trail) {
    const symbol = checker.getShorthandAssignmentValueSymbol(property);
    const declaration = symbol?.valueDeclaration;
    if (declaration !== undefined && trail.given.has(declaration)) {
      return objectOf(trail.given.get(declaration) ?? property.name, trail);
    }
    return declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
      ? objectOf(declaration.initializer, trail)
      : new Refusal(property, `is ${property.name.text}, which is not one object of the source`);
  }

  // The property of that name, also of an object that is spread into this one, which is looked into as well.
  function property(object, name, trail) {
    for (const one of [...object.properties].reverse()) {
      if (nameOf(one) === name) {
        return one;
      }
      const spread = ts.isSpreadAssignment(one) ? objectOf(one.expression, trail) : undefined;
      const within = spread !== undefined && !(spread instanceof Refusal) ? property(spread, name, trail) : undefined;
      if (within !== undefined) {
        return within;
      }
    }
    return undefined;
  }

  const unseen = (object, trail) => spreads(object).find((one) => objectOf(one.expression, trail) instanceof Refusal);

  function takeFrom(env, keys, trail, edits, left) {
    const all = keys.includes('*');
    const gone = env.properties.filter((one) => {
      const name = nameOf(one);
      return name !== undefined && (all || keys.includes(name));
    });
    if (gone.length > 0) {
      remove(env, gone, edits);
    }
    for (const one of spreads(env)) {
      const object = objectOf(one.expression, trail);
      if (object instanceof Refusal) {
        const missing = keys.filter((key) => key !== '*' && member(env, key) === undefined);
        if (all || missing.length > 0) {
          const what = all ? 'What is in it' : missing.join(', ');
          left.push(`${what} may come out of ...${shown(one.expression)} at ${spot(one)}; take it out there.`);
        }
      } else {
        takeFrom(object, keys, trail, edits, left);
      }
    }
  }

  function lower(object, limits, trail, edits, added, left) {
    const wanted = Object.entries(limits);
    if (wanted.length === 0) {
      return;
    }
    const present = property(object, 'limits', trail);
    if (present === undefined) {
      added.push(`limits: { ${wanted.map(([name, value]) => `${name}: ${value}`).join(', ')} }`);
      return;
    }
    const said = valueOf(present, trail);
    if (said instanceof Refusal) {
      left.push(`limits at ${spot(said.node)} ${said.words}; lower them there.`);
      return;
    }
    const more = [];
    for (const [name, value] of wanted) {
      const old = member(said, name);
      if (old === undefined) {
        more.push(`${name}: ${value}`);
      } else if (!ts.isPropertyAssignment(old)) {
        left.push(`${name} at ${spot(old)} is not written as a number; lower it there.`);
      } else if (!ts.isNumericLiteral(old.initializer)) {
        give(said, name, `Math.min(${old.initializer.getText()}, ${value})`, more, edits);
      } else if (Number(old.initializer.text) > value) {
        give(said, name, String(value), more, edits);
      }
    }
    add(said, more, edits);
  }

  function hand(object, env, gifts, trail, edits, added, left) {
    if (gifts.length === 0) {
      return;
    }
    const written = (all) => all.map(([name, value]) => `${name}: ${value}`);
    const said = env === undefined ? undefined : valueOf(env, trail);
    if (said === undefined) {
      added.push(`env: { ${written(gifts).join(', ')} }`);
    } else if (said instanceof Refusal) {
      left.push(`env at ${spot(said.node)} ${said.words}; add the key there.`);
    } else {
      add(said, written(gifts.filter(([name]) => member(said, name) === undefined)), edits);
    }
  }

  function narrowed(object, trail, wishes) {
    const edits = new Edits();
    const left = [];
    const added = [];
    const env = property(object, 'env', trail);
    if (wishes.remove.length > 0 && env !== undefined) {
      const said = valueOf(env, trail);
      if (said instanceof Refusal) {
        left.push(`env at ${spot(said.node)} ${said.words}; write it as an object with its keys.`);
      } else {
        takeFrom(said, wishes.remove, trail, edits, left);
      }
    } else if (wishes.remove.length > 0 && unseen(object, trail) !== undefined) {
      left.push(`env may come out of ...${shown(unseen(object, trail).expression)} at ${spot(object)}; take it out there.`);
    }
    hand(object, env, Object.entries(wishes.give), trail, edits, added, left);
    if (wishes.block) {
      const outbound = property(object, 'globalOutbound', trail);
      if (outbound === undefined) {
        added.push('globalOutbound: null');
      } else if (!ts.isPropertyAssignment(outbound) || outbound.initializer.kind !== ts.SyntaxKind.NullKeyword) {
        give(outbound.parent, 'globalOutbound', 'null', added, edits);
      }
    }
    lower(object, wishes.limits, trail, edits, added, left);
    add(object, added, edits);
    const makers = [...new Set(trail.makers)];
    if (makers.length > 0 && edits.all.size > 0) {
      left.push(`${makers.map((name) => `${name}()`).join(', ')} makes the object: what changes there, changes for all that call it.`);
    }
    return { edits: edits.told(), left };
  }

  // ---- places ----

  function isLoader(node, names) {
    if (ts.isPropertyAccessExpression(node) && names.includes(node.name.text)) {
      return true;
    }
    if (ts.isIdentifier(node)) {
      const declaration = declarationOf(node);
      const initializer = declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
      if (names.includes(node.text) || (initializer !== undefined && !ts.isIdentifier(initializer) && isLoader(initializer, names))) {
        return true;
      }
    }
    return checker.getTypeAtLocation(node).symbol?.name === 'WorkerLoader';
  }

  function site(call, wishes) {
    const method = call.expression.name.text;
    const named = method === 'get';
    const id = named ? call.arguments[0] : undefined;
    const code = named ? call.arguments[1] : call.arguments[0];
    const source = call.getSourceFile();
    const told = {
      ...range(source.fileName.replace(/^\/project\//, ''), call.getStart(source), call.end - call.getStart(source)),
      name: id !== undefined && ts.isStringLiteralLike(id) ? id.text : '',
      named,
      refusal: '',
      edits: [],
      left: [],
    };
    if (code === undefined) {
      return { ...told, refusal: `No code is given at ${spot(call)}.` };
    }
    const trail = { given: new Map(), makers: [], steps: 0 };
    const maker = named ? functionOf(code) : undefined;
    const object =
      named && maker === undefined
        ? new Refusal(code, `is what ${shown(code)} gives`)
        : named
          ? returned(maker, trail)
          : objectOf(code, trail);
    return object instanceof Refusal
      ? { ...told, refusal: `The code at ${spot(object.node)} ${object.words}.` }
      : { ...told, ...narrowed(object, trail, wishes) };
  }

  return function (wishes) {
    const found = [];
    for (const path of paths) {
      const source = program.getSourceFile(inner(path));
      const visit = (node) => {
        if (
          ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) &&
          ['get', 'load'].includes(node.expression.name.text) && isLoader(node.expression.expression, wishes.loaders)
        ) {
          found.push(site(node, wishes));
        }
        ts.forEachChild(node, visit);
      };
      if (source !== undefined) {
        visit(source);
      }
    }
    return found;
  };
});
