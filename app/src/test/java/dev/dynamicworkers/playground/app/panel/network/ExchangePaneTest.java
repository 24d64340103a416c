package dev.dynamicworkers.playground.app.panel.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExchangePaneTest {
    @Test
    void brokenLinesHaveTheirRows() {
        assertThat(ExchangePane.rows("content-type: application/json\n\nx", 600))
                .isEqualTo(3);
        assertThat(ExchangePane.rows("content-type: application/json\n\nx", 176))
                .isEqualTo(4);
        assertThat(ExchangePane.rows("x".repeat(5000), 176)).isEqualTo(12);
        assertThat(ExchangePane.rows("", 0)).isEqualTo(1);
    }
}
