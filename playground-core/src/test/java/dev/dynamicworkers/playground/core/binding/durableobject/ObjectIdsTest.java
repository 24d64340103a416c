package dev.dynamicworkers.playground.core.binding.durableobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ObjectIdsTest {
    private final ObjectIds ids = new ObjectIds("key-Host");

    @Test
    void namesGiveTheIdsOfTheReferenceRuntime() {
        assertThat(ids.ofName("h")).isEqualTo("69731a195a9087e90b55aeb56dd337b42f11e5a756128a784bdc8b31f4cb4495");
    }

    @Test
    void idsBelongToTheirNamespace() {
        String id = ids.unique();
        assertThat(ids.parse(id.toUpperCase(java.util.Locale.ROOT))).isEqualTo(id);
        assertThatThrownBy(() -> new ObjectIds("other").parse(id))
                .hasMessage("Durable Object ID is not valid for this namespace.");
        assertThatThrownBy(() -> ids.parse("zz")).hasMessage("Invalid Durable Object ID: must be 64 hex digits");
    }
}
