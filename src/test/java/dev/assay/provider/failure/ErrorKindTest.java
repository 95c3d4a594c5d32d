package dev.assay.provider.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            400 | {"error":{"message":"x","code":"context_length_exceeded"}}                 | CONTEXT_TOO_LONG
            400 | {"error":{"message":"This model's maximum context length is 8 tokens"}}    | CONTEXT_TOO_LONG
            400 | [{"error":{"message":"input exceeds the maximum number of tokens"}}]       | CONTEXT_TOO_LONG
            400 | {"error":"the request exceeds the available context size"}                 | CONTEXT_TOO_LONG
            400 | {"error":"the input length exceeds the context length"}                    | CONTEXT_TOO_LONG
            400 | {"error":{"message":"filtered","code":"content_filter"}}                   | CONTENT_FILTERED
            400 | {"error":{"code":"x","innererror":{"code":"ResponsibleAIPolicyViolation"}}} | CONTENT_FILTERED
            400 | {"error":{"message":"string too long","param":"user"}}                     | REJECTED
            400 | {"error":{"type":"billing_error","message":"credit"}}                      | QUOTA_EXHAUSTED
            422 | {"detail":[{"loc":["body"],"msg":"field required","type":"missing"}]}      | REJECTED
            401 | {"message":"no"}                                                           | UNAUTHORIZED
            404 | {"error":{"code":"model_not_found","message":"x"}}                         | UNKNOWN_MODEL
            404 | {"error":{"type":"not_found_error","message":"model: claude-x"}}           | UNKNOWN_MODEL
            404 | {"error":{"message":"The model `x` does not exist"}}                       | UNKNOWN_MODEL
            404 | {"detail":"Not Found"}                                                     | REJECTED
            429 | {"error":{"code":"insufficient_quota"}}                                    | QUOTA_EXHAUSTED
            429 | {"error":{"type":"rate_limit_error"}}                                      | RATE_LIMITED
            429 | {"error":{"message":"the prompt is too long, said the prompt"}}            | RATE_LIMITED
            401 | {"error":{"type":"api_error","message":"sign in"}}                         | UNAUTHORIZED
            500 | {"error":{"type":"api_error","message":"x"}}                               | OVERLOADED
            503 | <html><title>busy</title></html>                                           | OVERLOADED
            -   | {"error":{"code":429,"message":"x"}}                                       | RATE_LIMITED
            -   | {"error":{"code":502,"message":"x"}}                                       | OVERLOADED
            -   | {"error":"llama runner exited"}                                            | OVERLOADED
            -   | {"error":{"type":"invalid_request_error","message":"x"}}                   | REJECTED
            -   | {"error":{"type":"overloaded_error","message":"x"}}                        | OVERLOADED
            """)
    void theProvidersCodeDecidesThenTheStatus(Integer status, String body, ErrorKind kind) {
        assertThat(ErrorKind.of(status, ProviderError.parse(body))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":{"message":"a"}}                                        | a
            {"error":"b"}                                                    | b
            {"message":"c"}                                                  | c
            {"detail":"d"}                                                   | d
            {"detail":[{"msg":"e"}]}                                         | e
            {"detail":[{"loc":["body","seed"],"msg":"no"}]}                  | body.seed: no
            {"error":{"message":"up","metadata":{"raw":"down"}}}             | up (down)
            {"other":1}                                                      | {"other":1}
            plain words                                                      | plain words
            <!DOCTYPE html><html><body>x</body></html>                       | an HTML page
            """)
    void theMessageIsFoundInEveryShape(String body, String message) {
        assertThat(ProviderError.parse(body).message()).isEqualTo(message);
    }

    @Test
    void aLongMessageIsCutAndKeptOnOneLine() {
        assertThat(ProviderError.cut("a\r\n\t b\u0000" + "x".repeat(5000)))
                .startsWith("a b x")
                .hasSize(301)
                .endsWith("…");
    }
}
