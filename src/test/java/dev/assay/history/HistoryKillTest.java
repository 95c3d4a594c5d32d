package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryKillTest {
    private static final int KILLS = 50;
    private static final int MOST_ASKED = 24;

    @TempDir
    private Path folder;

    @Test
    void fiftyKillsDuringWritesLoseNothingThatWasAcknowledged() {
        var random = new Random(50);
        Set<Integer> acknowledged = new TreeSet<>();
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var other = OtherProcess.start(folder)) {
                int asked = 1 + random.nextInt(MOST_ASKED);
                for (int i = next; i < next + asked; i++) {
                    other.ask(i);
                }
                int waitedFor = random.nextInt(asked);
                for (int i = next; i < next + waitedFor; i++) {
                    other.expect("" + i);
                    acknowledged.add(i);
                }
                other.kill().forEach(line -> acknowledged.add(Integer.parseInt(line)));
                next += asked;
            }
        }

        List<String> notices = new ArrayList<>();
        try (var history = SqlRunHistory.open(folder, "assay runs", notices::add)) {
            List<Cell> cells = history.cells(OtherProcess.RUN);
            assertThat(cells.stream().map(cell -> cell.key().testCase()).collect(Collectors.toSet()))
                    .containsAll(acknowledged);
            for (Cell cell : cells) {
                int index = cell.key().testCase();
                assertThat(cell).isEqualTo(new Samples(index).cell(new CellKey(0, index, 0)));
            }
            assertThat(history.keeper().check().rows()).containsEntry("cell", (long) cells.size());
        }
        assertThat(notices).isEmpty();
    }
}
