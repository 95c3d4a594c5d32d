package dev.assay.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.source.Neighbours;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What real files of other tools hold and a plain reading of them would lose without a word. */
class NastyImportsTest {

    @Test
    void aSystemTextInPartsAnImageInBase64AndABraceAreKept() {
        ImportResult result = read(Format.OPENAI, "a.json", """
                {"model": "claude-sonnet-4-5", "max_tokens": 9,
                 "system": [{"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral"}}],
                 "messages": [{"role": "user", "content": [
                   {"type": "image", "source": {"type": "base64", "media_type": "image/jpeg", "data": "/9j/4A"}},
                   {"type": "text", "text": "Hi {{NAME}}"}]}]}
                """);

        assertThat(render(result, Map.of())).containsExactly("SYSTEM Be kind.", "USER Hi {{NAME}}");
        assertThat(text(result)).contains("image: data:image/jpeg;base64,/9j/4A");
        assertThat(Sample.of(result, Outcome.LEFT_OUT)).anyMatch(line -> line.contains("cache_control"));
        assertThat(Sample.of(result, Outcome.NEEDS_HAND)).anyMatch(line -> line.contains("{{ in the text"));
    }

    @Test
    void aRequestOfTheResponsesApiIsToldByItselfAndItsItemsThatAreNoMessagesAreNamed() {
        ImportSource source = source("r.json", """
                {"model": "gpt-4.1", "instructions": "Be brief.",
                 "input": [{"role": "user", "content": [{"type": "input_text", "text": "Q"}]},
                           {"type": "function_call", "name": "f", "arguments": "{}"},
                           {"role": "assistant", "content": [{"type": "output_text", "text": "A"}]}],
                 "text": {"format": {"type": "json_schema", "name": "x", "schema": {"type": "object"}}}}
                """);
        assertThat(Imports.detect(source)).contains(Format.OPENAI);
        ImportResult result = Imports.read(Format.OPENAI, source, ImportOptions.DEFAULTS);

        assertThat(render(result, Map.of())).containsExactly("SYSTEM Be brief.", "USER Q", "ASSISTANT A");
        assertThat(text(result)).contains("format: json");
        assertThat(Sample.of(result, Outcome.LEFT_OUT)).anyMatch(line -> line.contains("function_call"));
    }

    @Test
    void batchesPreferencesAndShareGptLinesAreChatsToo() {
        assertThat(read(Format.CHAT_JSONL, "b.jsonl", """
                {"custom_id": "1", "body": {"model": "m", "messages": [{"role": "user", "content": "Q"}]}}
                """).datasets().getFirst().text())
                .isEqualTo("question,expected\nQ,\n");
        assertThat(read(Format.CHAT_JSONL, "d.jsonl", """
                {"input": {"messages": [{"role": "user", "content": "Q"}]}, "preferred_output": [{"role": "assistant", "content": "A"}], "non_preferred_output": [{"role": "assistant", "content": "B"}]}
                """).datasets().getFirst().text())
                .isEqualTo("question,expected\nQ,A\n");
        assertThat(read(Format.CHAT_JSONL, "s.jsonl", """
                {"conversations": [{"from": "human", "value": "Q"}, {"from": "gpt", "value": "A"}]}
                """).datasets().getFirst().text())
                .isEqualTo("question,expected\nQ,A\n");
    }

    @Test
    void whatEveryLineLosesIsSaidOnce() {
        String line = "{\"messages\": [{\"role\": \"user\", \"content\": \"Q\"},"
                + " {\"role\": \"assistant\", \"content\": \"A\", \"weight\": 1}]}\n";
        ImportResult result = read(Format.CHAT_JSONL, "f.jsonl", line.repeat(300));

        assertThat(Sample.of(result, Outcome.LEFT_OUT))
                .singleElement()
                .asString()
                .contains("weight of a message, and 299 more like it");
    }

    @Test
    void examplesOfLangChainAreWrittenOutAndFormattedOnceMoreAsLangChainDoes() {
        ImportResult result = read(Format.LANGCHAIN, "f.json", """
                {"_type": "few_shot", "input_variables": ["word", "x"], "prefix": "Opposites of {word}",
                 "example_prompt": {"_type": "prompt", "input_variables": ["i", "o"], "template": "{i} -> {o}"},
                 "examples": [{"i": "hot", "o": "cold"}, {"i": "{x}", "o": "b"}], "suffix": "{word} ->"}
                """);

        assertThat(render(result, Map.of("word", "up", "x", "a")))
                .containsExactly("USER Opposites of up\n\nhot -> cold\n\na -> b\n\nup ->");
    }

    @Test
    void chatExamplesInnerValuesAndUnknownRolesOfLangChainAreKept() {
        ImportResult result = read(Format.LANGCHAIN, "c.json", """
                {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "chat", "ChatPromptTemplate"], "kwargs": {"input_variables": ["q"], "messages": [
                  {"lc": 1, "id": ["x", "FewShotChatMessagePromptTemplate"], "kwargs": {"examples": [{"i": "2+2", "o": "4 {sic}"}],
                    "example_prompt": {"id": ["x", "ChatPromptTemplate"], "kwargs": {"messages": [
                      {"id": ["x", "HumanMessagePromptTemplate"], "kwargs": {"prompt": {"kwargs": {"template": "{i}"}}}},
                      {"id": ["x", "AIMessagePromptTemplate"], "kwargs": {"prompt": {"kwargs": {"template": "{o}"}}}}]}}}},
                  {"id": ["x", "ChatMessagePromptTemplate"], "kwargs": {"role": "Critic", "prompt": {"kwargs": {"template": "{q} in {lang}", "partial_variables": {"lang": "German"}}}}}]}}
                """);

        assertThat(render(result, Map.of("q", "Q")))
                .containsExactly("USER 2+2", "ASSISTANT 4 {sic}", "USER Q in German");
        assertThat(Sample.of(result, Outcome.NEEDS_HAND)).anyMatch(line -> line.contains("Critic"));
    }

    @Test
    void thatPythonEscapesMustacheIsTold() {
        ImportResult result = read(Format.LANGCHAIN, "m.json", """
                {"_type": "prompt", "template_format": "mustache", "input_variables": ["a"], "template": "{{a}} {{^b}}no{{/b}}"}
                """);

        assertThat(render(result, Map.of("a", "<b>"))).containsExactly("USER <b> no");
        assertThat(Sample.of(result, Outcome.NEEDS_HAND)).anyMatch(line -> line.contains("HTML"));
    }

    @Test
    void ofSeveralPlaceholdersTheOneForHistoryIsTheHistoryAndTheOthersAreLists() {
        ImportResult result = read(Format.LANGFUSE, "l.json", """
                {"name": "c", "type": "chat", "config": {"tools": [{"type": "function", "function": {"name": "f", "parameters": {}}}]},
                 "prompt": [{"role": "system", "content": "Be {{tone}}"}, {"type": "placeholder", "name": "examples"},
                   {"type": "placeholder", "name": "chat_history"}, {"role": "user", "content": "{{q}} {{ two words }}"}]}
                """);
        Map<String, Object> values = Map.of(
                "tone",
                "kind",
                "q",
                "Q",
                "examples",
                List.of(Map.of("role", "user", "content", "E"), Map.of("role", "model", "content", "F")));

        assertThat(render(result, values))
                .containsExactly("SYSTEM Be kind", "USER E", "ASSISTANT F", "USER Q {{ two words }}");
        assertThat(text(result)).contains("history", "toolDefs");
        assertThat(Sample.of(result, Outcome.NEEDS_HAND))
                .anyMatch(line -> line.contains("placeholder examples"))
                .anyMatch(line -> line.contains("two words"));
    }

    @Test
    void aLoopThatBringsRolesAlongIsTheHistoryOfAPrompty() {
        ImportResult result = Imports.read(
                Format.PROMPTY,
                new ImportSource("p.prompty", """
                        ---
                        name: p
                        tags: [a]
                        model: {api: chat, configuration: {type: azure_openai, azure_deployment: gpt-4o}}
                        sample: {q: Why, context: "${file:c.json}", key: "${env:KEY}"}
                        ---
                        {# remark #}
                        system:
                        Know {{context.a}}.
                        {% for m in turns %}
                        {{m.role}}:
                        {{m.content}}
                        {% endfor %}
                        user:
                        {{q}}
                        """, "p", (Neighbours)
                        path -> path.equals("c.json") ? Optional.of("{\"a\": 7}") : Optional.empty()),
                ImportOptions.DEFAULTS);

        assertThat(text(result)).contains("history", "model: azure/gpt-4o", "assay.tags");
        assertThat(render(result, Map.of("q", "Q", "context", Map.of("a", 1))))
                .containsExactly("SYSTEM Know 1.", "USER Q");
        assertThat(result.datasets().getFirst().text()).contains("{\"a\":7}").doesNotContain("env:");
        assertThat(Sample.of(result, Outcome.NEEDS_HAND)).anyMatch(line -> line.contains("the loop over turns"));
    }

    private static ImportSource source(String file, String text) {
        return new ImportSource(file, text, "x", Neighbours.NONE);
    }

    private static ImportResult read(Format format, String file, String text) {
        ImportSource source = source(file, text);
        assertThat(Imports.detect(source)).contains(format);
        return Imports.read(format, source, ImportOptions.DEFAULTS);
    }

    private static String text(ImportResult result) {
        return result.prompts().getFirst().text();
    }

    private static List<String> render(ImportResult result, Map<String, Object> values) {
        return new PromptRenderer(PartialSource.NONE)
                .render(PromptTemplate.parse("prompts/x.prompt", text(result)), values, List.of()).messages().stream()
                        .map(message -> message.role() + " " + message.text())
                        .toList();
    }
}
