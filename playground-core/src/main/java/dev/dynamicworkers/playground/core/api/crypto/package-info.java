/// Host side of the Web Crypto API and of `node:crypto`, on the JDK's own providers. Stateless but for digests in
/// progress; runs on the
/// isolate thread.
package dev.dynamicworkers.playground.core.api.crypto;
