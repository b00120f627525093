using Dunning.Learning.Calibration;
using Dunning.Learning.Linear;
using Dunning.Learning.Trees;

namespace Dunning.Learning.LatePayment;

/// <summary>What a late-payment model is made of.</summary>
internal sealed record LatePaymentParts(
    AttributeCodes Codes, LogisticRegression Linear, TreeModel Trees, double TreeShare, PlattScaling Calibration, TreeModel Days)
{
    public void Write(BinaryWriter writer)
    {
        Codes.Write(writer);
        Linear.Write(writer);
        Trees.WriteFields(writer);
        writer.Write(TreeShare);
        writer.Write(Calibration.Slope);
        writer.Write(Calibration.Intercept);
        Days.WriteFields(writer);
    }

    public static LatePaymentParts Read(BinaryReader reader) => new(
        AttributeCodes.Read(reader), LogisticRegression.Read(reader), TreeModelFields.Read(reader), reader.ReadDouble(),
        new PlattScaling(reader.ReadDouble(), reader.ReadDouble()), TreeModelFields.Read(reader));
}
