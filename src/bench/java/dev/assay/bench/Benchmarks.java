package dev.assay.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the micro-benchmarks whose class names match the first argument; all where there is none. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        String wanted = args.length == 0 ? "dev.assay.bench" : args[0];
        new Runner(new OptionsBuilder()
                        .include(wanted)
                        .forks(1)
                        .warmupIterations(3)
                        .measurementIterations(5)
                        .build())
                .run();
    }
}
