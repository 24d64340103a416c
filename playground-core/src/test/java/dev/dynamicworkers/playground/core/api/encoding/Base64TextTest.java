package dev.dynamicworkers.playground.core.api.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

final class Base64TextTest {
    @Property(tries = 5_000)
    void binaryStringsGoBothWays(@ForAll @CharRange(to = '\u00FF') String binary) {
        assertThat(Base64Text.atob(Base64Text.btoa(binary))).isEqualTo(binary);
    }

    @Example
    void atobForgivesSpaceAndMissingPadding() {
        assertThat(Base64Text.atob(" a G\tk\n")).isEqualTo("hi");
        assertThat(Base64Text.atob("aGk=")).isEqualTo("hi");
        assertThat(Base64Text.atob("")).isEmpty();
    }

    @Example
    void whatIsNotBase64IsRefused() {
        for (String text : new String[] {"a", "aGk==", "a=Gk", "a-b_", "=", "\u00A0aGk"}) {
            assertThatThrownBy(() -> Base64Text.atob(text)).isInstanceOf(GuestThrow.class);
        }
        assertThatThrownBy(() -> Base64Text.btoa("\u0100")).isInstanceOf(GuestThrow.class);
    }
}
