namespace Dunning.Learning.ContactTiming;

/// <summary>Small symmetric matrices in one flat array, row by row.</summary>
internal static class Square
{
    /// <summary>The inverse of a positive definite matrix.</summary>
    public static double[] Inverse(double[] a, int n)
    {
        var l = Factor(a, n);
        // Inverse of the factor, in place of its lower triangle.
        for (var i = 0; i < n; i++)
        {
            l[i * n + i] = 1 / l[i * n + i];
            for (var j = 0; j < i; j++)
            {
                var sum = 0.0;
                for (var k = j; k < i; k++) sum -= l[i * n + k] * l[k * n + j];
                l[i * n + j] = sum * l[i * n + i];
            }
        }
        var inverse = new double[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var k = i; k < n; k++) sum += l[k * n + i] * l[k * n + j];
                inverse[i * n + j] = inverse[j * n + i] = sum;
            }
        return inverse;
    }

    /// <summary>The lower Cholesky factor.</summary>
    public static double[] Factor(double[] a, int n)
    {
        var l = new double[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i * n + j];
                for (var k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
                l[i * n + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / l[j * n + j];
            }
        return l;
    }

    /// <summary>Matrix times vector.</summary>
    public static double[] Times(double[] a, double[] x)
    {
        var columns = x.Length;
        var product = new double[a.Length / columns];
        for (var i = 0; i < product.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < columns; j++) sum += a[i * columns + j] * x[j];
            product[i] = sum;
        }
        return product;
    }

    /// <summary>Product of an n×m and an m×k matrix.</summary>
    public static double[] Times(double[] a, double[] b, int n, int m, int k)
    {
        var product = new double[n * k];
        for (var i = 0; i < n; i++)
            for (var l = 0; l < m; l++)
            {
                var value = a[i * m + l];
                if (value == 0) continue;
                for (var j = 0; j < k; j++) product[i * k + j] += value * b[l * k + j];
            }
        return product;
    }

    /// <summary>The transpose of an n×m matrix.</summary>
    public static double[] Transpose(double[] a, int n, int m)
    {
        var turned = new double[n * m];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < m; j++) turned[j * n + i] = a[i * m + j];
        return turned;
    }

    /// <summary>xᵀ A y.</summary>
    public static double Form(double[] a, double[] x, double[] y)
    {
        var (n, sum) = (x.Length, 0.0);
        for (var i = 0; i < n; i++)
        {
            if (x[i] == 0) continue;
            for (var j = 0; j < n; j++) sum += x[i] * a[i * n + j] * y[j];
        }
        return sum;
    }

    public static void Add(double[] to, double[] what, double sign = 1)
    {
        for (var i = 0; i < to.Length; i++) to[i] += sign * what[i];
    }
}
