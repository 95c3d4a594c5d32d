package dev.assay.provider.http;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.provider.failure.RefusedParameter;
import dev.assay.provider.profile.FittedRequest;
import dev.assay.provider.profile.LearnedProfiles;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;

/** Writes requests so that the model that is asked takes them, by what is known of it and what it refused. Thread-safe. */
final class RequestWriter {
    private final WireDialect dialect;
    private final ModelProfiles profiles;
    private final LearnedProfiles learned = new LearnedProfiles();

    RequestWriter(WireDialect dialect, ModelProfiles profiles) {
        this.dialect = dialect;
        this.profiles = profiles;
    }

    /** A request as it is sent. */
    record Written(ChatRequest request, WireRequest wire) {}

    Written write(ChatRequest asked) {
        ModelId model = asked.model();
        ModelProfile profile =
                learned.over(profiles.of(model, dialect.vendor()), model).overriddenBy(dialect.limits());
        FittedRequest fitted = profile.fit(asked);
        WireRequest wire = dialect.write(fitted.request(), profile);
        var adjustments = new ArrayList<>(fitted.adjustments());
        adjustments.addAll(wire.adjustments());
        return new Written(fitted.request(), new WireRequest(wire.body(), adjustments));
    }

    /** Whether a refusal names something that can be left out, which is remembered. */
    boolean learns(ModelId model, LlmException.Rejected refusal) {
        return dialect.learn(refusal)
                || RefusedParameter.in(refusal)
                        .filter(parameter -> learned.learn(model, parameter))
                        .isPresent();
    }
}
