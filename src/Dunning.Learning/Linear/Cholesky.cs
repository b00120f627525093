namespace Dunning.Learning.Linear;

/// <summary>Solves symmetric positive definite systems (Golub and Van Loan, Matrix Computations, §4.2).</summary>
public static class Cholesky
{
    /// <summary>Solves A x = b reading only the lower triangle of <paramref name="a"/>, which is overwritten by its factor.</summary>
    /// <param name="a">Square, as many rows as <paramref name="b"/> has entries.</param>
    public static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++) sum -= a[i, k] * a[j, k];
                a[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / a[j, j];
            }
        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= a[i, k] * x[k];
            x[i] /= a[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= a[k, i] * x[k];
            x[i] /= a[i, i];
        }
        return x;
    }
}
