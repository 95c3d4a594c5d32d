package dev.assay.exchange.jinja;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.Places;
import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.template.Part;
import java.util.List;

/** Jinja2, and Nunjucks, which is Jinja over JavaScript's values. */
public final class Jinja {
    private Jinja() {}

    /**
     * Reads a template.
     *
     * @param place where it stands
     * @param printed whose values it prints: Python's for Jinja2, JavaScript's for Nunjucks
     */
    public static ParsedTemplate parse(String text, String place, Printed printed, Report.Builder report) {
        var places = new Places(place, text);
        List<JinjaNode> nodes = new JinjaParser(text, places, report).read();
        var conversion = new JinjaConversion(places, report);
        List<Part> parts = conversion.parts(nodes);
        return new ParsedTemplate(parts, new JinjaEvaluator(nodes, printed)::render, conversion.defaults());
    }
}
