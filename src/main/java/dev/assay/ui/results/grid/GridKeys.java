package dev.assay.ui.results.grid;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** How the grid is moved about in, by arrows or h, j, k, l, by pages and by clicks, and what keys do with its answers. */
final class GridKeys {
    private static final int ALL = 1_000_000;

    private GridKeys() {}

    static void install(ResultGrid grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown() && !event.isAltDown() && press(grid, event.getCode())) {
                event.consume();
            }
        });
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                click(grid, event);
            }
        });
    }

    private static boolean press(ResultGrid grid, KeyCode key) {
        switch (key) {
            case DOWN, J -> grid.move(1, 0);
            case UP, K -> grid.move(-1, 0);
            case LEFT, H -> grid.move(0, -1);
            case RIGHT, L -> grid.move(0, 1);
            case PAGE_DOWN -> grid.move(grid.page(), 0);
            case PAGE_UP -> grid.move(-grid.page(), 0);
            case HOME -> grid.move(-ALL, 0);
            case END -> grid.move(ALL, 0);
            case ENTER, SPACE -> grid.open();
            case D -> grid.compare();
            case S -> grid.sort();
            case B -> grid.vote();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void click(ResultGrid grid, MouseEvent event) {
        for (Node each = event.getPickResult().getIntersectedNode(); each != null; each = each.getParent()) {
            if (each instanceof AnswerCell cell) {
                cell.shown().ifPresent(grid::open);
                return;
            }
        }
    }
}
