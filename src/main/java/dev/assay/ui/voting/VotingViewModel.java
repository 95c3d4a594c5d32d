package dev.assay.ui.voting;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.votes.Ballots;
import dev.assay.experiment.votes.VoteVerdict;
import dev.assay.history.Vote;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One person votes on the answers of a run, one ballot after the other; who won is told at the end only. */
public final class VotingViewModel {
    private final String runId;
    private final VotingBench bench;
    private final Tasks tasks;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Deque<Ballot> waiting = new ArrayDeque<>();
    private final Deque<Ballot> skipped = new ArrayDeque<>();
    private final Deque<Cast> cast = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Ballot> ballot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> result = new ReadOnlyObjectWrapper<>(List.of());
    private String voter = "";
    private int all;
    private boolean busy;

    /** A vote with its ballot, so that it can be taken back. */
    private record Cast(Ballot ballot, Vote vote) {}

    private record Loaded(String voter, List<Ballot> ballots) {}

    /**
     * Voting on one run.
     *
     * @param random shuffles cases and sides
     */
    public VotingViewModel(String runId, VotingBench bench, Tasks tasks, InstantSource clock, RandomGenerator random) {
        this.runId = runId;
        this.bench = bench;
        this.tasks = tasks;
        this.clock = clock;
        this.random = random;
    }

    /** Loads what this person has not voted on. */
    void load() {
        tasks.run(
                () -> {
                    String person = bench.voter();
                    return new Loaded(
                            person, BallotBox.of(bench.comparison(runId), bench.votes(runId), person, random));
                },
                loaded -> {
                    voter = loaded.voter();
                    waiting.addAll(loaded.ballots());
                    all = waiting.size();
                    next();
                },
                this::fail);
    }

    /** Votes on the ballot in sight; ignored where there is none, or while a vote is being recorded. */
    void vote(Vote.Choice choice) {
        Ballot now = ballot.get();
        if (now == null || busy) {
            return;
        }
        var vote = new Vote(
                now.testCase(),
                now.left(),
                now.right(),
                choice,
                voter,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        busy = true;
        tasks.run(
                () -> {
                    bench.vote(runId, vote);
                    return vote;
                },
                done -> {
                    busy = false;
                    cast.push(new Cast(now, done));
                    next();
                },
                this::fail);
    }

    /** Leaves the ballot in sight for later. */
    void skip() {
        Ballot now = ballot.get();
        if (now != null && !busy) {
            skipped.add(now);
            next();
        }
    }

    /** Takes the last vote back and shows its ballot again. */
    void undo() {
        if (cast.isEmpty() || busy) {
            return;
        }
        Cast last = cast.pop();
        busy = true;
        tasks.run(
                () -> {
                    bench.takeBack(runId, last.vote());
                    return last;
                },
                done -> {
                    busy = false;
                    Ballot now = ballot.get();
                    if (now != null) {
                        waiting.push(now);
                    }
                    result.set(List.of());
                    show(last.ballot());
                },
                this::fail);
    }

    private void next() {
        if (waiting.isEmpty()) {
            waiting.addAll(skipped);
            skipped.clear();
        }
        Ballot following = waiting.poll();
        show(following);
        if (following == null) {
            reveal();
        }
    }

    private void show(@Nullable Ballot shown) {
        problem.set("");
        ballot.set(shown);
        progress.set(Messages.get("voting.progress", cast.size(), all));
    }

    /** Tells what all votes say, those of others included. */
    void reveal() {
        ballot.set(null);
        tasks.run(() -> sentences(bench.comparison(runId), bench.votes(runId)), result::set, this::fail);
    }

    private static List<String> sentences(Comparison comparison, List<Vote> votes) {
        List<String> sentences = new ArrayList<>();
        var variants = comparison.run().variants();
        IntStream.range(1, variants.size()).forEach(challenger -> {
            Ballots ballots = Ballots.of(votes, 0, challenger);
            sentences.add(VoteVerdict.of(
                            ballots.votes(),
                            variants.getFirst().label(),
                            variants.get(challenger).label())
                    .sentence());
            if (ballots.voters().size() > 1) {
                sentences.add(Messages.get("voting.people", ballots.voters().size()));
            }
        });
        variants.forEach(variant ->
                sentences.add(Messages.get("voting.was", variant.label(), variant.prompt(), variant.model())));
        return sentences;
    }

    private void fail(Failure failure) {
        busy = false;
        problem.set(failure.summary());
    }

    /** The ballot in sight; null before the first and after the last. */
    ReadOnlyObjectProperty<@Nullable Ballot> ballotProperty() {
        return ballot.getReadOnlyProperty();
    }

    /** How many votes were cast, in words. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What went wrong, in one line; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the votes say, a sentence a line; empty until it is to be known. */
    ReadOnlyObjectProperty<List<String>> resultProperty() {
        return result.getReadOnlyProperty();
    }
}
