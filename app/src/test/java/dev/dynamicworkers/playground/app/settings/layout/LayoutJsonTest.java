package dev.dynamicworkers.playground.app.settings.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class LayoutJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ObjectNode object(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    private static LayoutJson.Reading read(String text) {
        return LayoutJson.read(object(text));
    }

    @Test
    void whatIsWrittenIsRead() {
        PanelLayout layout = PanelLayout.DEFAULT
                .withShares(new Shares(0.1, 0.2, 0.3, 0.4, 0.5, 0.6))
                .moved(Panel.RESPONSE, Area.RIGHT, 0)
                .moved(Panel.RUNS, Area.BOTTOM, 0)
                .inWindow(Panel.CONSOLE, new Bounds(10, 20, 300, 400))
                .inWindow(Panel.CALLS, Bounds.sized(500, 600))
                .opened(Area.LEFT, /* wanted= */ false)
                .withRows(RowHeight.COMPACT);
        ObjectNode node = object("{}");
        LayoutJson.write(layout, node);
        assertThat(LayoutJson.read(node)).isEqualTo(new LayoutJson.Reading(layout, ""));
    }

    @Test
    void nothingIsAFreshInstallation() {
        assertThat(read("{}")).isEqualTo(new LayoutJson.Reading(PanelLayout.DEFAULT, ""));
        assertThat(read("{ 'areas': {} }").layout().group(Area.BOTTOM).panels())
                .isEqualTo(PanelLayout.DEFAULT.group(Area.BOTTOM).panels());
    }

    @Test
    void aPanelThatIsNewerThanTheFileStandsAtItsHomeAndOpensNothing() {
        PanelLayout layout = read("""
            { 'areas': { 'bottom': { 'panels': ['runs', 'console'], 'selected': 'runs', 'open': false } } }\
            """).layout();
        assertThat(layout.group(Area.BOTTOM).panels())
                .contains(Panel.CONSOLE, Panel.PROBLEMS, Panel.TIMELINE)
                .doesNotContain(Panel.INSPECTOR);
        assertThat(layout.group(Area.BOTTOM).selected()).isEqualTo(Panel.RUNS);
        assertThat(layout.group(Area.BOTTOM).open()).isFalse();
    }

    @Test
    void keysAndPanelsOfALaterVersionStay() {
        ObjectNode node = object("""
            { 'glow': 1,
              'areas': { 'top': { 'a': 1 }, 'bottom': { 'panels': ['console', 'profiler'], 'pinned': true } },
              'windows': [ { 'panel': 'profiler', 'width': 9 },
                           { 'panel': 'runs', 'width': 300, 'height': 300, 'shade': 2 } ] }\
            """);
        LayoutJson.Reading reading = LayoutJson.read(node);
        assertThat(reading.remark()).isEmpty();
        LayoutJson.write(reading.layout(), node);
        assertThat(node.toString())
                .contains("\"glow\":1", "\"top\":{\"a\":1}", "\"pinned\":true", "\"profiler\"]", "\"shade\":2")
                .contains("{\"panel\":\"profiler\",\"width\":9}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ 'sideBar': 'wide' }",
                "{ 'sideBar': 0.9, 'inspector': 0.2 }",
                "{ 'tools': -3 }",
                "{ 'rows': 'huge' }",
                "{ 'areas': 7 }",
                "{ 'areas': { 'left': { 'panels': ['console', 'console'] } } }",
                "{ 'areas': { 'left': { 'panels': ['console'] }, 'right': { 'panels': ['console'] } } }",
                "{ 'areas': { 'middle': { 'panels': ['console'] } } }",
                "{ 'areas': { 'left': { 'open': 'maybe' } } }",
                "{ 'windows': [ { 'panel': 'console' } ] }",
                "{ 'windows': [ { 'panel': 'console', 'width': 1e9, 'height': 300 } ] }"
            })
    void whatIsDamagedIsCorrectedAndSaidInOneSentence(String text) {
        LayoutJson.Reading reading = read(text);
        assertThat(reading.remark())
                .startsWith("The kept layout of the window was damaged;")
                .endsWith(".");
        for (Panel panel : Panel.values()) {
            Area area = reading.layout().areaOf(panel);
            assertThat(area.takes(panel)).isTrue();
            assertThat(area == Area.WINDOW
                            || reading.layout().group(area).panels().stream()
                                            .filter(panel::equals)
                                            .count()
                                    == 1)
                    .as(panel.title())
                    .isTrue();
        }
    }
}
