package dev.assay.pricing;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.assay.llm.ModelId;
import java.util.regex.Pattern;

/**
 * The tokenizer of a model.
 *
 * @param newer whether it is {@code o200k_base} rather than {@code cl100k_base}
 * @param exact whether the model is known to use it
 */
record Tokenizer(boolean newer, boolean exact) {
    private static final Pattern O200K = Pattern.compile("(chatgpt-4o|gpt-4o|gpt-4\\.[15]|gpt-5|o[134])([-.].*)?");
    private static final Pattern CL100K = Pattern.compile("(gpt-4|gpt-3\\.5)(-.*)?");

    /** Found by the model's own name, whatever the provider is called, for many of them serve the same models. */
    static Tokenizer of(ModelId model) {
        String name = model.model().substring(model.model().lastIndexOf('/') + 1);
        boolean exactlyNewer = O200K.matcher(name).matches() || model.provider().equals("offline");
        boolean exactlyOlder = CL100K.matcher(name).matches();
        return new Tokenizer(!exactlyOlder, exactlyNewer || exactlyOlder);
    }

    Encoding encoding() {
        return newer ? NewerEncoding.INSTANCE : OlderEncoding.INSTANCE;
    }

    /** Loaded on first use: it takes a good part of a second. */
    private static final class NewerEncoding {
        static final Encoding INSTANCE = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /** Loaded on first use, as above. */
    private static final class OlderEncoding {
        static final Encoding INSTANCE = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
