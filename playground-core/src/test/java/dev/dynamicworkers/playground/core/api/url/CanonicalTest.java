package dev.dynamicworkers.playground.core.api.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CanonicalTest {
    @Test
    void componentsComeOutAsInAUrl() {
        assertThat(Canonical.of("protocol", "HTTP", null)).isEqualTo("http");
        assertThat(Canonical.of("domain", "EX\u00E4mple.com", null)).isEqualTo("xn--exmple-cua.com");
        assertThat(Canonical.of("hostname", "ex\u00E4mple", null)).isEqualTo("ex%C3%A4mple");
        assertThat(Canonical.of("port", "443", "https")).isEmpty();
        assertThat(Canonical.of("port", "443", "http")).isEqualTo("443");
        assertThat(Canonical.of("pathname", "a/b c", null)).isEqualTo("a/b%20c");
        assertThat(Canonical.of("search", "a b", null)).isEqualTo("a%20b");
    }

    @Test
    void invalidComponentsAreNull() {
        assertThat(Canonical.of("protocol", "1a", null)).isNull();
        assertThat(Canonical.of("domain", "a b", null)).isNull();
        assertThat(Canonical.of("port", "x", null)).isNull();
        assertThat(Canonical.of("ipv6", "[::g]", null)).isNull();
    }
}
