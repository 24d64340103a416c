package dev.dynamicworkers.playground.core.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// On Linux alone: elsewhere there is no board.
@EnabledOnOs(OS.LINUX)
final class TurnBoardTest {
    @TempDir
    Path folder;

    @Test
    void othersReadATurnUntilItIsOver() throws IOException {
        var file = folder.resolve("turns");
        var place = TurnBoard.open(file).take();
        assertThat(TurnBoard.read(file)).isEmpty();

        place.begins(700, 500, "parent");

        long thread = Long.parseLong(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                .getFileName()
                .toString());
        assertThat(TurnBoard.read(file)).containsExactly(new TurnBoard.Turn(0, 1, thread, 700, 500, "parent"));
        place.begins(900, 500, "dynamic#1");
        assertThat(TurnBoard.read(file)).containsExactly(new TurnBoard.Turn(0, 2, thread, 900, 500, "dynamic#1"));
        place.ends();
        assertThat(TurnBoard.read(file)).isEmpty();
    }

    @Test
    void placesAreGivenBackAndThoseWithoutOneAreNotRead() throws IOException {
        var file = folder.resolve("turns");
        var board = TurnBoard.open(file);
        List<TurnBoard.Place> places = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            places.add(board.take());
        }
        places.forEach(place -> place.begins(1, 1, "ä".repeat(100)));
        assertThat(TurnBoard.read(file))
                .hasSize(64)
                .allSatisfy(turn -> assertThat(turn.name()).isEqualTo("ä".repeat(44)));

        places.forEach(TurnBoard.Place::close);

        assertThat(TurnBoard.read(file)).isEmpty();
        board.take().begins(1, 1, "ä".repeat(100));
        assertThat(TurnBoard.read(file)).extracting(TurnBoard.Turn::place).containsExactly(0);
    }

    @Test
    void whatIsNoBoardHasNoTurns() throws IOException {
        assertThatThrownBy(() -> TurnBoard.read(folder.resolve("nothing"))).isInstanceOf(NoSuchFileException.class);
        assertThat(TurnBoard.read(Files.writeString(folder.resolve("short"), "abc")))
                .isEmpty();
        TurnBoard.NONE.take().begins(1, 1, "ä".repeat(100));
    }
}
