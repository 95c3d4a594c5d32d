package dev.assay.history.metrics;

import java.time.LocalDate;

/**
 * Calls that are told apart by nothing that anybody asks for.
 *
 * @param day in UTC
 * @param provider who answered
 * @param model without the provider
 * @param operation what it was for
 * @param prompt its name, empty where there is none
 */
public record CallGroup(LocalDate day, String provider, String model, String operation, String prompt) {
    /** How it is called where calls are told apart so. */
    String name(GroupBy by) {
        return switch (by) {
            case PROVIDER -> provider;
            case MODEL -> provider + "/" + model;
            case PROMPT -> prompt;
            case OPERATION -> operation;
            case DAY -> day.toString();
        };
    }
}
