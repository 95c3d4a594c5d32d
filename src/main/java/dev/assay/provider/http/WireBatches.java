package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.BatchState;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ModelId;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.Batches.Carrier;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Batches of a provider that is reached over HTTP. Thread-safe.
 *
 * @param batches how its protocol speaks of them
 */
record WireBatches(Batches batches, JsonCalls calls, Endpoint endpoint, RequestWriter writer) implements ChatBatches {

    @Override
    public List<List<Item>> cut(List<Item> items) {
        var cut = new ArrayList<List<Item>>();
        var part = new ArrayList<Item>();
        long bytes = 0;
        for (Item item : items) {
            // The separator counts too.
            int size = bytes(item).length + 1;
            boolean full = part.size() == batches.limits().requests()
                    || bytes + size > batches.limits().bytes();
            if (full && !part.isEmpty()) {
                cut.add(List.copyOf(part));
                part.clear();
                bytes = 0;
            }
            part.add(item);
            bytes += size;
        }
        if (!part.isEmpty()) {
            cut.add(List.copyOf(part));
        }
        return cut;
    }

    private byte[] bytes(Item item) {
        return batches.item(item.id(), writer.write(item.request()).wire().body())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String submit(List<Item> batch) {
        ModelId model = batch.getFirst().request().model();
        List<byte[]> items = batch.stream().map(this::bytes).toList();
        return switch (batches.carrier(endpoint.basePath())) {
            case Carrier.Inline inline -> made(model, inline.path(), ItemsBody.list(inline.field(), items));
            case Carrier.Upload upload -> made(model, upload.batch().apply(uploaded(model, upload, items)));
        };
    }

    private String uploaded(ModelId model, Carrier.Upload upload, List<byte[]> items) {
        var form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        upload.form().forEach(form::addFormDataPart);
        form.addFormDataPart("file", "assay-batch.jsonl", ItemsBody.lines(items));
        return made(model, upload.path(), form.build());
    }

    private String made(ModelId model, Question create) {
        return made(model, create.path(), new JsonBody(String.valueOf(create.body())));
    }

    private String made(ModelId model, String path, RequestBody body) {
        return ask(model, endpoint.batch(path).post(body), batches::id);
    }

    @Override
    public BatchState state(ModelId model, String id) {
        return ask(model, endpoint.batch(path(id)), batches::state);
    }

    private String path(String id) {
        return batches.path(endpoint.basePath(), id);
    }

    @Override
    public void results(ModelId model, String id, List<Item> items, Consumer<Result> reader) {
        Map<String, Item> byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        List<String> places =
                ask(model, endpoint.batch(path(id)), batch -> batches.results(endpoint.basePath(), id, batch));
        for (String place : places) {
            Request request = endpoint.batch(place).build();
            var results = new BatchResults(
                    calls.settings(), calls.dialect(), writer, calls.secrets(), Endpoint.shown(request.url()));
            calls.make(model, request, (call, watch, failures) -> {
                new LinesCall(call, watch, failures, calls.secrets()).run(document -> {
                    Batches.Line line = line(document, failures);
                    Item item = byId.get(line.id());
                    if (item != null) {
                        reader.accept(results.of(item, line));
                    }
                });
                return place;
            });
        }
    }

    private Batches.Line line(JsonNode document, CallFailures failures) {
        try {
            return batches.line(document);
        } catch (UnusableAnswer e) {
            throw failures.malformed(e.what(), CallFailures.SoFar.NOTHING);
        }
    }

    @Override
    public void cancel(ModelId model, String id) {
        String path = batches.cancel(endpoint.basePath(), id);
        ask(model, endpoint.batch(path).post(new JsonBody("")), answer -> path);
    }

    private <T> T ask(ModelId model, Request.Builder http, Function<JsonNode, T> reader) {
        return calls.ask(model, http.build(), "", (answer, raw) -> reader.apply(answer));
    }
}
