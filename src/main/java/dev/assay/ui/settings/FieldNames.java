package dev.assay.ui.settings;

import dev.assay.settings.edit.ProviderField;
import dev.assay.ui.fx.Messages;

/** What the window calls the values of a provider. */
final class FieldNames {
    private FieldNames() {}

    static String of(ProviderField field) {
        return switch (field) {
            case PRESET -> Messages.get("settings.field.preset");
            case DIALECT -> Messages.get("settings.field.dialect");
            case BASE_URL -> Messages.get("settings.field.baseUrl");
            case API_KEY -> Messages.get("settings.field.apiKey");
            case HEADERS -> Messages.get("settings.headers");
            case MODELS -> Messages.get("settings.field.models");
            case FALLBACK -> Messages.get("settings.field.fallback");
            case PROXY -> Messages.get("settings.field.proxy");
            case CONCURRENCY -> Messages.get("settings.field.concurrency");
            case RETRIES -> Messages.get("settings.field.retries");
            case REQUESTS_PER_MINUTE -> Messages.get("settings.field.requests");
            case TOKENS_PER_MINUTE -> Messages.get("settings.field.tokens");
            case CONNECT -> Messages.get("settings.field.connect");
            case FIRST_BYTE -> Messages.get("settings.field.firstByte");
            case IDLE -> Messages.get("settings.field.idle");
            case TOTAL -> Messages.get("settings.field.total");
            case VENDOR -> Messages.get("settings.quirk.vendor");
            case CAP_FIELD -> Messages.get("settings.quirk.capField");
            case SEED_FIELD -> Messages.get("settings.quirk.seedField");
            case STREAM_USAGE -> Messages.get("settings.quirk.streamUsage");
            case EFFORT -> Messages.get("settings.quirk.effort");
            case REASONING_FIELD -> Messages.get("settings.quirk.reasoningField");
            case REASONING_SUMMARY -> Messages.get("settings.quirk.reasoningSummary");
        };
    }
}
