package dev.assay.provider.local;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Sums of vectors. */
final class Vectors {
    private Vectors() {}

    /** The sum of the rows of a table. */
    static double[] sumOfRows(FloatBuffer table, int rows) {
        int length = table.remaining() / rows;
        double[] sum = new double[length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < length; i++) {
                sum[i] += table.get(row * length + i);
            }
        }
        return sum;
    }

    /** A sum with so much of another vector; an empty one is zero. */
    static double[] plus(double[] sum, float[] vector, double weight) {
        double[] all = Arrays.copyOf(sum, vector.length);
        for (int i = 0; i < vector.length; i++) {
            all[i] += weight * vector[i];
        }
        return all;
    }

    /** The vector of the same direction and of length 1. */
    static float[] unit(double[] vector) {
        double length =
                Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
