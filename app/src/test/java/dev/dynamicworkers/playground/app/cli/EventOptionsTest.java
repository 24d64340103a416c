package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class EventOptionsTest {
    @Test
    void requestWithoutOptionsIsAGet() throws IOException {
        assertThat(invocation())
                .isEqualTo(new Invocation.Fetch("GET", "http://localhost/", List.of(), new RequestBody.None(), null));
    }

    @Test
    void dataMakesAPost() throws IOException {
        var fetch = (Invocation.Fetch) invocation("--data", "abc", "--header", "X-A:  1 ", "-H", "b:", "--url", "/p?q");
        assertThat(fetch.method()).isEqualTo("POST");
        assertThat(fetch.url()).isEqualTo("http://localhost/p?q");
        assertThat(fetch.headers()).containsExactly(new Header("X-A", "1"), new Header("b", ""));
        assertThat(((RequestBody.Bytes) fetch.body()).bytes()).isEqualTo(Results.bytes("abc"));
    }

    @Test
    void dataCanBeAFile(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("body"), new byte[] {1, 2, 3});
        var fetch = (Invocation.Fetch) invocation("--data", "@" + file, "--method", "PUT");
        assertThat(fetch.method()).isEqualTo("PUT");
        assertThat(((RequestBody.Bytes) fetch.body()).bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void scheduledEventHasItsPattern() throws IOException {
        assertThat(invocation("--event", "scheduled", "--cron", "0 * * * *", "--entrypoint", "Jobs"))
                .isInstanceOfSatisfying(Invocation.Scheduled.class, event -> {
                    assertThat(event.cron()).isEqualTo("0 * * * *");
                    assertThat(event.entrypoint()).isEqualTo("Jobs");
                });
    }

    @Test
    void eventsOfOtherHandlers(@TempDir Path folder) throws IOException {
        assertThat(invocation("--event", "queue", "--queue", "jobs", "--message", "1", "--message", "\"b\""))
                .isInstanceOfSatisfying(Invocation.Queue.class, event -> {
                    assertThat(event.queue()).isEqualTo("jobs");
                    assertThat(event.messages())
                            .extracting(Invocation.QueueMessage::body)
                            .containsExactly("1", "\"b\"");
                });
        var mail = Files.write(folder.resolve("mail"), new byte[] {65, 66});
        assertThat(invocation("--event", "email", "--from", "a@x", "--to", "b@x", "--data", "@" + mail))
                .isInstanceOfSatisfying(
                        Invocation.Email.class, event -> assertThat(event.raw()).containsExactly(65, 66));
        assertThat(invocation("--event", "alarm", "--object", "ROOM")).isEqualTo(new Invocation.Alarm("ROOM", null));
        assertThat(invocation("--event", "alarm", "--object", "ROOM:a:b"))
                .isEqualTo(new Invocation.Alarm("ROOM", "a:b"));
        assertThat(invocation("--event", "tail", "--data", "[]")).isEqualTo(new Invocation.Tail("[]", null));
        assertThat(invocation("--event", "test", "--entrypoint", "adds")).isEqualTo(new Invocation.Test("adds"));
    }

    @Test
    void eventsThatLackSomethingAreRefused() {
        assertThatThrownBy(() -> invocation("--event", "queue"))
                .hasMessage("--event queue wants at least one --message with the JSON of its body");
        assertThatThrownBy(() -> invocation("--event", "queue", "--message", "{"))
                .hasMessage("--message wants JSON, not '{'");
        assertThatThrownBy(() -> invocation("--event", "email"))
                .hasMessage("--event email wants --data with the e-mail");
        assertThatThrownBy(() -> invocation("--event", "alarm"))
                .hasMessage("--event alarm wants --object BINDING or --object BINDING:NAME");
        assertThatThrownBy(() -> invocation("--event", "tail", "--data", "x")).isInstanceOf(UsageException.class);
    }

    @Test
    void propsGoWithAnyEventOfAnEntrypoint() throws IOException {
        assertThat(invocation("--event", "test", "--entrypoint", "adds", "--props", "{\"user\":\"ada\"}"))
                .isEqualTo(new Invocation.WithProps(new Invocation.Test("adds"), "{\"user\":\"ada\"}"));
        assertThatThrownBy(() -> invocation("--props", "[1]"))
                .hasMessage("--props wants a JSON object such as '{\"user\":\"ada\"}', not '[1]'");
        assertThatThrownBy(() -> invocation("--event", "alarm", "--object", "ROOM", "--props", "{}"))
                .hasMessage("--props goes with an entrypoint; an alarm has none");
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> invocation("--header", "none"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--header wants 'Name: value', not 'none'");
        assertThatThrownBy(() -> invocation("--url", "ftp://x/")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> invocation("--data", "@/no/such/file")).isInstanceOf(UsageException.class);
    }

    private static Invocation invocation(String... args) throws IOException {
        var options = new EventOptions();
        new CommandLine(options)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .parseArgs(args);
        return options.invocation();
    }
}
