package dev.assay.provider.local;

/** How alike two vectors are. */
public final class Cosine {
    private Cosine() {}

    /**
     * The cosine of the angle between two vectors, -1 to 1; 0 where either of them is zero.
     *
     * @throws IllegalArgumentException where they are not of one length
     */
    public static double of(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("Vectors of " + one.length + " and of " + other.length + " numbers");
        }
        double lengths = Math.sqrt(dot(one, one) * dot(other, other));
        return lengths == 0 ? 0 : Math.clamp(dot(one, other) / lengths, -1, 1);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
