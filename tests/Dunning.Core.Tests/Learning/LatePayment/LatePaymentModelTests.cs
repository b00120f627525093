using Dunning.Learning.LatePayment;
using Dunning.Learning.Storage;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Learning.LatePayment;

public sealed class LatePaymentModelTests
{
    private static readonly List<PaidInvoice> Ledger = SomeInvoices.Ledger(3000, 1);
    private static readonly DateOnly Cut = LatePaymentEvaluation.CutAt(Ledger, 0.7);

    [Fact]
    public void Habits_of_customers_are_learnt_and_the_chances_are_calibrated()
    {
        var figures = LatePaymentEvaluation.Evaluate(Ledger, Cut);
        figures.Auc.ShouldBeGreaterThan(0.85);
        figures.Ece.ShouldBeLessThan(0.08);
        figures.MaeDays.ShouldBeLessThan(5);
        figures.RowsTest.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Training_ignores_every_outcome_that_was_not_known_at_the_cut()
    {
        // Changing what happens from the cut on must not change one byte of the model.
        var changed = Ledger.ConvertAll(i => i.Paid < Cut ? i : i with { Paid = i.Due >= Cut ? i.Due.AddDays(77) : i.Paid is null ? Cut.AddDays(5) : null });
        Saved(Train(changed)).ShouldBe(Saved(Train(Ledger)));
    }

    [Fact]
    public void A_loaded_model_scores_to_the_bit_and_saves_the_same_bytes()
    {
        var model = Train(Ledger);
        var loaded = LatePaymentModel.Load(new MemoryStream(Saved(model)));
        foreach (var row in InvoiceHistory.Features(Ledger).Take(200))
        {
            var (a, b) = (model.Score(row), loaded.Score(row));
            (b.LateProbability, b.ExpectedDaysLate).ShouldBe((a.LateProbability, a.ExpectedDaysLate));
            b.Reasons.ShouldBe(a.Reasons);
        }
        Saved(loaded).ShouldBe(Saved(model));
        loaded.Cut.ShouldBe(Cut);
    }

    [Fact]
    public void The_score_of_a_late_payer_names_the_habit_and_an_overdue_invoice_is_late_for_certain()
    {
        var model = Train(Ledger);
        var rows = InvoiceHistory.Features(Ledger).Where(r => r.Invoice.AsOf >= Cut && r.PaidBefore > 10);
        var worst = rows.MaxBy(model.Probability)!;
        var score = model.Score(worst);
        score.Reasons.Count.ShouldBeInRange(1, 3);
        score.Reasons[0].Effect.ShouldBeGreaterThan(0);
        score.Reasons.ShouldContain(r => r.Text.Contains("late"));
        var overdue = worst.Invoice with { ScoredOn = worst.Invoice.Due.AddDays(100), Paid = null };
        var late = model.Score(InvoiceHistory.Features([.. Ledger, overdue])[^1]);
        late.LateProbability.ShouldBe(1);
        late.ExpectedDaysLate.ShouldBeGreaterThanOrEqualTo(100);
    }

    [Fact]
    public void A_newcomer_of_an_unknown_group_gets_a_chance_near_the_portfolio()
    {
        var model = Train(Ledger);
        var newcomer = new PaidInvoice("newcomer", Cut, Cut.AddDays(30), null, 250, ["west"]);
        model.Score(InvoiceHistory.Features([.. Ledger, newcomer])[^1]).LateProbability.ShouldBe(model.LateShare, 0.35);
    }

    [Fact]
    public void Too_little_data_and_damaged_files_are_refused_with_the_cause()
    {
        Should.Throw<ArgumentException>(() => LatePaymentModel.Train(InvoiceHistory.Features([.. Ledger.Take(50)]), Cut)).Message.ShouldContain("at least 100");
        var bytes = Saved(Train(Ledger));
        bytes[200] ^= 1;
        Should.Throw<ModelFileException>(() => LatePaymentModel.Load(new MemoryStream(bytes))).Message.ShouldContain("checksum");
    }

    private static LatePaymentModel Train(List<PaidInvoice> ledger) => LatePaymentModel.Train(InvoiceHistory.Features(ledger), Cut);

    private static byte[] Saved(LatePaymentModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
