package dev.assay.cli.models;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.llm.ReasoningEffort;
import dev.assay.pricing.Price;
import dev.assay.provider.profile.Feature;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.workbench.catalogue.ListedModel;
import dev.assay.workbench.catalogue.ProviderModels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models of providers as JSON and as a table. */
final class ModelsReport {
    private ModelsReport() {}

    static ObjectNode json(List<ProviderModels> found) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode models = document.putArray("models");
        ArrayNode failed = document.putArray("failed");
        for (ProviderModels finding : found) {
            switch (finding) {
                case ProviderModels.Offered offered ->
                    offered.models().forEach(model -> put(models.addObject(), model));
                case ProviderModels.Failed failure ->
                    failed.addObject()
                            .put("provider", failure.provider())
                            .put("error", failure.failure().errorType())
                            .put("message", failure.failure().getMessage());
            }
        }
        return document;
    }

    private static void put(ObjectNode node, ListedModel model) {
        node.put("model", model.id().toString());
        Price price = model.price();
        if (price == null) {
            node.putNull("price");
        } else {
            node.putObject("price")
                    .put("input", price.inputPerMillion())
                    .put("output", price.outputPerMillion())
                    .put("cached_input", price.cachedInputPerMillion())
                    .put("cache_write", price.cacheWritePerMillion());
        }
        LocalDate retires = model.retires();
        node.put("retires", retires == null ? null : retires.toString());
        node.put("retired", retires != null && isOver(retires));
        node.put("context_window", model.contextTokens()).put("most_output", model.outputTokens());
        ObjectNode capabilities = node.putObject("capabilities");
        for (Feature feature : Feature.values()) {
            Boolean known = model.profile().features().get(feature);
            if (known != null) {
                capabilities.put(feature.yamlName(), known);
            }
        }
        Set<ReasoningEffort> efforts = model.profile().efforts();
        if (efforts != null) {
            efforts.stream().sorted().map(ReasoningEffort::word).forEach(capabilities.putArray("efforts")::add);
        }
        model.said().capabilities().stream().sorted().forEach(node.putArray("provider_says")::add);
    }

    static List<String> text(List<ProviderModels> found) {
        var table = new TextTable()
                .column("model", Side.LEFT)
                .column("input", Side.RIGHT)
                .column("output", Side.RIGHT)
                .column("context", Side.RIGHT)
                .column("retires", Side.LEFT)
                .column("known", Side.LEFT);
        List<ListedModel> models = found.stream()
                .flatMap(finding ->
                        finding instanceof ProviderModels.Offered offered ? offered.models().stream() : Stream.empty())
                .toList();
        if (models.isEmpty()) {
            return List.of();
        }
        models.forEach(model -> table.row(row(model)));
        return Stream.concat(
                        table.lines().stream(),
                        Stream.of("", "Prices in US dollars per million tokens, by the price list."))
                .toList();
    }

    private static List<String> row(ListedModel model) {
        Price price = model.price();
        LocalDate retires = model.retires();
        Long context = model.contextTokens();
        return List.of(
                model.id().toString(),
                dollars(price == null ? null : price.inputPerMillion()),
                dollars(price == null ? null : price.outputPerMillion()),
                context == null ? "-" : context < 1000 ? String.valueOf(context) : context / 1000 + "k",
                retires == null ? "" : (isOver(retires) ? "retired " : "") + retires,
                known(model.profile()));
    }

    private static boolean isOver(LocalDate lastDay) {
        return lastDay.isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    private static String known(ModelProfile profile) {
        Stream<String> features = Stream.of(Feature.IMAGES, Feature.TOOLS, Feature.JSON_SCHEMA)
                .filter(profile.features()::containsKey)
                .map(feature -> (profile.has(feature) ? "" : "no ") + feature.yamlName());
        Set<ReasoningEffort> efforts = profile.efforts();
        boolean reasons = efforts != null && !efforts.isEmpty();
        return Stream.concat(features, reasons ? Stream.of("reasoning") : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private static String dollars(@Nullable BigDecimal usd) {
        return usd == null ? "-" : "$" + usd.toPlainString();
    }
}
