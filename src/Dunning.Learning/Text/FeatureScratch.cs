namespace Dunning.Learning.Text;

/// <summary>Reusable buffers of one thread: the mass in each bucket and the buckets touched, cleared after every text.</summary>
internal sealed class FeatureScratch
{
    [ThreadStatic]
    private static FeatureScratch? current;

    private float[] mass = [];
    private int[] touched = [];
    public char[] Characters = [];

    public static FeatureScratch OfThisThread => current ??= new FeatureScratch();

    public int Count { get; private set; }

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, Count);

    public void Begin(int buckets)
    {
        if (mass.Length < buckets) mass = new float[buckets];
        foreach (var bucket in Touched) mass[bucket] = 0;
        Count = 0;
    }

    public void Add(uint bucket, float weight)
    {
        ref var slot = ref mass[bucket];
        if (slot == 0)
        {
            if (Count == touched.Length) Array.Resize(ref touched, Math.Max(1024, touched.Length * 2));
            touched[Count++] = (int)bucket;
        }
        slot += weight;
    }

    public float Mass(int bucket) => mass[bucket];
}
