using Dunning.Flows.Reading;
using Shouldly;
using Xunit;

namespace Dunning.Flows.Tests.Reading;

public sealed class SubjectLineTests
{
    [Theory]
    [InlineData("Invoice 88120 - wrong quantity")]
    [InlineData("Reklamation zu Rechnung 4711")]
    [InlineData("Regarding your invoice: duplicate?")]
    public void A_subject_the_sender_wrote_is_read(string subject) => SubjectLine.Own(subject).ShouldBe(subject);

    [Theory]
    [InlineData("Re: Your overdue invoice")]
    [InlineData("AW: Zahlungserinnerung")]
    [InlineData("RE[2]: Reminder")]
    [InlineData("[EXT] FW: Second reminder")]
    [InlineData("R: Sollecito di pagamento")]
    [InlineData("Antw: Herinnering")]
    public void The_subject_of_an_answer_is_our_own_and_says_nothing(string subject) => SubjectLine.Own(subject).ShouldBeEmpty();

    [Fact]
    public void A_subject_longer_than_any_person_writes_is_not_read() => SubjectLine.Own(new string('x', 201)).ShouldBeEmpty();
}
