package dev.assay.bench;

import dev.assay.experiment.TestCase;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.ui.results.detail.AnswerDiffController;
import dev.assay.ui.results.detail.DetailController;
import dev.assay.ui.results.pane.ResultsController;
import dev.assay.ui.results.rows.ResultsViewModel;
import dev.assay.ui.results.rows.RunEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

/**
 * What a frame of the comparison grid takes of the FX thread while answers stream in: of 12 variants on 5,000 cases, at
 * rest and while it is scrolled, against 2 variants on 20 cases. Processor time, which a busy machine does not spoil.
 */
public final class GridBenchmark {
    private static final ModelId MODEL = ModelId.parse("offline/brief");
    private static final int STREAMS = 8;
    private static final int FRAMES_AN_ANSWER = 40;
    private static final int WARM_UP = 240;
    private static final int FRAMES = 600;
    private static final double FRAME_MS = 1000.0 / 60;

    private final ResultsViewModel results = new ResultsViewModel();
    private final Scene scene;
    private final int variants;
    private final int cases;
    private final boolean scrolled;
    private final double[] milliseconds = new double[FRAMES];

    private GridBenchmark(int variants, int cases, boolean scrolled) {
        this.variants = variants;
        this.cases = cases;
        this.scrolled = scrolled;
        var tasks = new Tasks(Runnable::run, new FxExecutor());
        scene = new Scene(
                ViewLoader.load(
                        new ResultsController(results, tasks, run -> List.of()),
                        new DetailController(results),
                        new AnswerDiffController(results, tasks)),
                1280,
                800);
        new Theme(scene, Theme.Choice.LIGHT);
        results.begin(
                run(),
                IntStream.range(0, cases)
                        .mapToObj(i -> new TestCase(i, Map.of("question", "What is asked in case " + i + "?"), null))
                        .toList());
    }

    /** Prints the frame times and their ratios. */
    public static void main(String[] arguments) throws Exception {
        var started = new CompletableFuture<Void>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> started.complete(null));
        started.get();
        double few = measured("2 x 20", 2, 20, false);
        double many = measured("12 x 5000", 12, 5000, false);
        double moved = measured("12 x 5000, scrolled a row a frame", 12, 5000, true);
        System.out.printf(
                Locale.ROOT,
                "12 x 5000 takes %.2fx the FX time of 2 x 20, scrolled %.2fx; %.0f %% and %.0f %% of a frame of 1/60 s%n",
                many / few,
                moved / few,
                100 * many / FRAME_MS,
                100 * moved / FRAME_MS);
        Platform.exit();
    }

    /** The mean frame in milliseconds: most frames have little to do, so that the median says less. */
    private static double measured(String name, int variants, int cases, boolean scrolled) throws Exception {
        var done = new CompletableFuture<double[]>();
        Platform.runLater(() -> {
            var stage = new Stage();
            var benchmark = new GridBenchmark(variants, cases, scrolled);
            stage.setScene(benchmark.scene);
            stage.show();
            benchmark.begin(times -> {
                stage.close();
                done.complete(times);
            });
        });
        double[] times = done.get();
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s, %d streams: mean %.1f %%, p95 %.1f %%, p99 %.1f %%, worst %.1f %% of a frame of 1/60 s%n",
                name,
                STREAMS,
                100 * Arrays.stream(times).average().orElseThrow() / FRAME_MS,
                share(times, 0.95),
                share(times, 0.99),
                share(times, 1));
        return Arrays.stream(times).average().orElseThrow();
    }

    private static double share(double[] sorted, double quantile) {
        return 100 * sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / FRAME_MS;
    }

    private interface Done {
        void with(double[] milliseconds);
    }

    private void begin(Done done) {
        var threads = ManagementFactory.getThreadMXBean();
        new AnimationTimer() {
            private int frame;
            private long before;

            @Override
            public void handle(long now) {
                long cpu = threads.getCurrentThreadCpuTime();
                if (frame > WARM_UP) {
                    milliseconds[frame - WARM_UP - 1] = (cpu - before) / 1e6;
                }
                before = cpu;
                if (frame == WARM_UP + FRAMES) {
                    stop();
                    done.with(milliseconds);
                    return;
                }
                results.apply(events(frame));
                if (scrolled) {
                    scroll(frame);
                }
                frame++;
            }
        }.start();
    }

    /** What eight calls send within a frame: a few words each, and the end of an answer now and then. */
    private List<RunEvent> events(int frame) {
        List<RunEvent> events = new ArrayList<>();
        for (int stream = 0; stream < STREAMS; stream++) {
            int at = frame + stream * FRAMES_AN_ANSWER / STREAMS;
            int cell = (at / FRAMES_AN_ANSWER * STREAMS + stream) % (variants * cases);
            var key = new CellKey(cell % variants, cell / variants, 0);
            int step = at % FRAMES_AN_ANSWER;
            if (step == 0) {
                events.add(new RunEvent.Started(key));
            }
            events.add(step == FRAMES_AN_ANSWER - 1
                    ? new RunEvent.Finished(cell(key))
                    : new RunEvent.Text(key, "and the answer goes on, ", System.nanoTime()));
        }
        return events;
    }

    private void scroll(int frame) {
        for (Node node : scene.getRoot().lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar
                    && bar.getOrientation() == Orientation.VERTICAL
                    && bar.getParent().getStyleClass().contains("result-grid")) {
                bar.setValue((frame * 2 * bar.getUnitIncrement()) % bar.getMax());
            }
        }
    }

    private static Cell cell(CellKey key) {
        var outcome = new Outcome.Completed(new ChatResponse(
                "and the answer goes on, ".repeat(FRAMES_AN_ANSWER),
                "",
                FinishReason.STOP,
                null,
                Usage.of(200, 120),
                new Latency(Duration.ZERO, Duration.ofMillis(700), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE));
        var request = new ChatRequest(
                MODEL, List.of(Message.of(Role.USER, "hi")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
        var answer = new Invocation(key.toString(), Operation.CHAT, null, Instant.EPOCH, request, outcome, null);
        double score = key.testCase() % 5 / 4.0;
        return new Cell(
                key,
                Map.of(),
                null,
                answer,
                List.of(),
                List.of(new Score.Scored("relevance", MODEL, score, 1 + 4 * score, "", List.of())));
    }

    private Run run() {
        return new Run(
                "20260101-000000-grid",
                "Grid",
                Instant.EPOCH,
                null,
                RunStatus.RUNNING,
                null,
                IntStream.range(0, variants)
                        .mapToObj(i -> new RunVariant(
                                String.valueOf((char) ('A' + i)),
                                "answer",
                                null,
                                "blob" + i,
                                MODEL,
                                ModelParameters.DEFAULTS))
                        .toList(),
                "cases",
                "hash",
                cases,
                1,
                List.of(Metric.of("relevance")),
                MODEL,
                RunSettings.UNKNOWN,
                null);
    }
}
