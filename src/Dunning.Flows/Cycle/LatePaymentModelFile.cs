using Dunning.Learning.LatePayment;

namespace Dunning.Flows.Cycle;

/// <summary>The trained late-payment model of an installation, one file.</summary>
public static class LatePaymentModelFile
{
    /// <summary>Loads the model; null where none was trained.</summary>
    public static LatePaymentModel? LoadOrNull(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        return LatePaymentModel.Load(stream);
    }

    /// <summary>Writes the model beside the present one and puts it in its place at once.</summary>
    public static void Save(LatePaymentModel model, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".new";
        using (var stream = File.Create(draft)) model.Save(stream);
        File.Move(draft, path, overwrite: true);
    }
}
