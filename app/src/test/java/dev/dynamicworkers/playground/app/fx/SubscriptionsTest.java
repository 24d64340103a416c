package dev.dynamicworkers.playground.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

/// Each change is told, also where nobody but the listener asks for the value.
final class SubscriptionsTest {
    @Test
    void everyChangeOfAValueThatNobodyAsksForIsTold() {
        AtomicInteger told = new AtomicInteger();
        StringProperty plain = new SimpleStringProperty("");
        StringProperty inner = new SimpleStringProperty("");
        ObjectProperty<StringProperty> outer = new SimpleObjectProperty<>(inner);
        try (Subscriptions subscriptions = new Subscriptions()) {
            subscriptions.onChange(told::incrementAndGet, plain, outer.flatMap(each -> each));
            plain.set("a");
            plain.set("b");
            inner.set("a");
            inner.set("b");
            assertThat(told).hasValue(4);
        }
        plain.set("c");
        assertThat(told).hasValue(4);
    }
}
