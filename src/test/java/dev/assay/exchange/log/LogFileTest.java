package dev.assay.exchange.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.LoggedCall;
import dev.assay.history.metrics.CallRecord;
import dev.assay.llm.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFileTest {
    private static final String CALL = "{\"timestamp\":\"2026-11-27T08:00:00.5Z\",\"provider\":\"openai\","
            + "\"model\":\"gpt-4.1\",\"operation\":\"embed\",\"prompt_tokens\":7,\"completion_tokens\":3,"
            + "\"total_tokens\":10,\"latency_ms\":12.5,\"cost_usd\":0.00025,\"error\":null}";

    @TempDir
    private Path folder;

    private final List<LoggedCall> taken = new ArrayList<>();

    @Test
    void aWholeLineIsReadFieldByField() throws IOException {
        read(CALL);

        assertThat(taken.getFirst().figures())
                .isEqualTo(new CallRecord(
                        Instant.parse("2026-11-27T08:00:00.5Z"),
                        "openai",
                        "gpt-4.1",
                        "embed",
                        null,
                        null,
                        false,
                        7L,
                        3L,
                        10L,
                        new BigDecimal("0.000250000000"),
                        null,
                        12.5,
                        null));
    }

    @Test
    void whatIsNotLoggedIsNotKnown() throws IOException {
        read("{\"timestamp\":1795766400,\"model\":\"house/llama\",\"more\":{\"a\":[1,{}]}}");

        CallRecord call = taken.getFirst().figures();
        assertThat(call.startedAt()).isEqualTo(Instant.ofEpochSecond(1795766400));
        assertThat(call.provider()).isEqualTo("house");
        assertThat(call.model()).isEqualTo("llama");
        assertThat(call.operation()).isEqualTo("chat");
        assertThat(call.costUsd()).isNull();
        assertThat(call.totalTokens()).isNull();
        assertThat(call.error()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-11-27T08:00:00Z\"|2026-11-27T08:00:00Z",
                "\"2026-11-27T08:00:00+02:00\"|2026-11-27T06:00:00Z",
                "\"2026-11-27 08:00:00.123456\"|2026-11-27T08:00:00.123456Z",
                "1795766400.25|2026-11-27T08:00:00.250Z",
                "1795766400250|2026-11-27T08:00:00.250Z",
            })
    void timesAreReadAsProgramsWriteThem(String written, String time) throws IOException {
        read("{\"timestamp\":" + written + ",\"model\":\"m\"}");

        assertThat(taken.getFirst().figures().startedAt()).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"timeout\"|timeout",
                "\"  first\\nsecond\"|first",
                "{\"message\":\"Slow down\",\"type\":\"rate_limited\",\"at\":[1]}|rate_limited",
                "{\"message\":\"Slow down\"}|Slow down",
                "{}|error",
                "true|error",
            })
    void anErrorIsToldByItsClass(String written, String error) throws IOException {
        read("{\"timestamp\":1795766400,\"model\":\"m\",\"error\":" + written + "}");

        assertThat(taken.getFirst().figures().error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|not a JSON object",
                "{\"timestamp\":1|not JSON",
                "{} {}|more follows",
                "{\"model\":\"m\"}|no timestamp",
                "{\"timestamp\":\"soon\",\"model\":\"m\"}|'soon'",
                "{\"timestamp\":\"0001-01-01T00:00:00Z\",\"model\":\"m\"}|timestamp",
                "{\"timestamp\":1795766400}|names no model",
                "{\"timestamp\":1795766400,\"model\":5}|model is 5",
                "{\"timestamp\":1795766400,\"model\":\"m\",\"prompt_tokens\":-1}|prompt_tokens is -1",
                "{\"timestamp\":1795766400,\"model\":\"m\",\"cost_usd\":\"free\"}|cost_usd is free",
                "{\"timestamp\":1795766400,\"model\":\"m\",\"latency_ms\":1e300}|longer than any call",
                "{\"timestamp\":1795766400,\"model\":\"m\",\"total_tokens\":1e30}|more than any call",
            })
    void aLineThatIsNoCallIsLeftOutAndNamed(String line, String reason) throws IOException {
        LogFile.Result result = read(CALL, line, CALL.replace("7", "8"));

        assertThat(result.read()).isEqualTo(2);
        assertThat(result.rejected()).isOne();
        assertThat(result.reasons().getFirst().line()).isEqualTo(2);
        assertThat(result.reasons().getFirst().reason()).contains(reason);
    }

    @Test
    void aCallHasTheSameIdWheneverItsLineIsReadAndEqualLinesAreCallsOfTheirOwn() throws IOException {
        read(CALL, CALL);
        List<String> first = ids();
        taken.clear();
        read("", CALL + "\r", CALL, CALL, CALL.replace("gpt-4.1", "gpt-5"));

        assertThat(first).doesNotHaveDuplicates();
        assertThat(ids()).startsWith(first.toArray(String[]::new)).hasSize(4).doesNotHaveDuplicates();
        assertThat(ids()).allMatch(id -> id.length() <= 64);
    }

    @Test
    void aByteOrderMarkAndALineWithoutEndAreNoHindrance() throws IOException {
        Path file = folder.resolve("log.jsonl");
        Files.writeString(file, "\ufeff" + CALL);

        assertThat(LogFile.read(file, this::take, (bytes, of, calls) -> {}).read())
                .isOne();
    }

    @Test
    void aLineOfManyMegabytesIsLeftOutAndTheNextOneRead() throws IOException {
        LogFile.Result result = read("{\"timestamp\":\"" + "x".repeat(5 << 20), CALL);

        assertThat(result.read()).isOne();
        assertThat(result.reasons().getFirst().reason()).contains("1048576 bytes");
    }

    @Test
    void noiseIsRefusedWithTheReasonOfItsFirstLine() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        Path file = folder.resolve("noise");
        Files.write(file, noise);

        assertThatThrownBy(() -> LogFile.read(file, this::take, (bytes, of, calls) -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 1: ")
                .hasMessageContaining("prompt_tokens");
        assertThatThrownBy(() -> LogFile.read(folder.resolve("none"), this::take, (bytes, of, calls) -> {}))
                .hasMessageContaining("There is no file");
    }

    private LogFile.Result read(String... lines) throws IOException {
        Path file = folder.resolve("log.jsonl");
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return LogFile.read(file, this::take, (bytes, of, calls) -> {});
    }

    private int take(List<LoggedCall> calls) {
        taken.addAll(calls);
        return calls.size();
    }

    private List<String> ids() {
        return taken.stream().map(LoggedCall::id).toList();
    }
}
