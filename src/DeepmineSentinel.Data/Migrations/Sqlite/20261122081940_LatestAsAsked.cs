using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LatestAsAsked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Predictions_Latest",
                table: "Predictions");

            migrationBuilder.DropIndex(
                name: "IX_Predictions_Level_StopeId",
                table: "Predictions");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_Latest",
                table: "Predictions",
                column: "StopeId",
                unique: true,
                filter: "[IsLatest]");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_Level_StopeId",
                table: "Predictions",
                columns: new[] { "Level", "StopeId" },
                filter: "[IsLatest]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Predictions_Latest",
                table: "Predictions");

            migrationBuilder.DropIndex(
                name: "IX_Predictions_Level_StopeId",
                table: "Predictions");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_Latest",
                table: "Predictions",
                column: "StopeId",
                unique: true,
                filter: "[IsLatest] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_Level_StopeId",
                table: "Predictions",
                columns: new[] { "Level", "StopeId" },
                filter: "[IsLatest] = 1");
        }
    }
}
