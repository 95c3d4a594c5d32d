package dev.assay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.fx.Screen;
import java.util.ArrayList;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class LazyViewTest {
    @Test
    void theViewIsLoadedOnceWhenItIsFirstAskedFor() {
        var loaded = new ArrayList<Parent>();
        var screen = new Screen() {};
        var view = new LazyView(screen, () -> {
            loaded.add(new Pane());
            return loaded.getLast();
        });
        assertThat(view.loaded()).isEmpty();
        assertThat(loaded).isEmpty();

        Parent root = view.root();

        assertThat(view.root()).isSameAs(root);
        assertThat(loaded).containsExactly(root);
        assertThat(view.loaded()).containsSame(screen);
    }
}
